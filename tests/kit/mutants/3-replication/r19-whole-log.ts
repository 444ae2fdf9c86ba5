/**
 * A mistake in lab 3: sends its whole log every time.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R19-whole-log',
  mistake: 'sends its whole log every time',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  const firstIndex = nextIndex[follower] ?? log.lastIndex + 1;',
      replace:
        '  void nextIndex, follower;\n' +
        '  const firstIndex = 1;',
    },
  ],
  caughtBy: ['bytes', 'sender-3'],
  says: /Too many bytes of AppendEntries:|sends S\d+ prev=\d+\/\d+, not prev=\d+\/\d+/,
  golden: true,
};
