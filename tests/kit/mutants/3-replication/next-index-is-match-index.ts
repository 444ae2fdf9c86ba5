/**
 * A mistake in lab 3: sends the last entry again that has just matched.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'next-index-is-match-index',
  mistake: 'sends the last entry again that has just matched',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex);\n',
    },
  ],
  caughtBy: ['results-3'],
  says: /nextIndex is broken/,
};
