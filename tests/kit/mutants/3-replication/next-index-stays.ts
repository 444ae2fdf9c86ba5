/**
 * A mistake in lab 3: does not move nextIndex on a success.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'next-index-stays',
  mistake: 'does not move nextIndex on a success',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '',
    },
  ],
  caughtBy: ['leads-again'],
  says: /nextIndex is broken/,
};
