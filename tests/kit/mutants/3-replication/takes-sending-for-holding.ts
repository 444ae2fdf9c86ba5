/**
 * A mistake in lab 3: moves nextIndex when it sends, not when it hears back.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-sending-for-holding',
  mistake: 'moves nextIndex when it sends, not when it hears back',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  return {\n' +
        '    term: currentTerm,\n' +
        '    leaderId',
      replace:
        '  nextIndex[follower] = log.lastIndex + 1;\n' +
        '  return {\n' +
        '    term: currentTerm,\n' +
        '    leaderId',
    },
  ],
  caughtBy: ['sender-5'],
  says: /sends S\d+ prev=\d+\/\d+, not prev=\d+\/\d+/,
};
