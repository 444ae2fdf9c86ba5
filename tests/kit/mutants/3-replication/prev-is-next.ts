/**
 * A mistake in lab 3: names the first new entry as the one before it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'prev-is-next',
  mistake: 'names the first new entry as the one before it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '    prevLogIndex: firstIndex - 1,\n' +
        '    prevLogTerm: log.termAt(firstIndex - 1) ?? 0,',
      replace:
        '    prevLogIndex: firstIndex,\n' +
        '    prevLogTerm: log.termAt(firstIndex) ?? 0,',
    },
  ],
  caughtBy: ['sender-1'],
  says: /sent S\d+ AppendEntries with prev=\d+\/\d+/,
};
