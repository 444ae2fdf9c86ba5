/**
 * A mistake in lab 3: goes on after the conflicting entry, not at it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'after-the-conflict',
  mistake: 'goes on after the conflicting entry, not at it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  state.nextIndex[from] = Math.min(Math.max(last, matchIndex) + 2, prevLogIndex);\n',
    },
  ],
  caughtBy: ['hint-used-5'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
