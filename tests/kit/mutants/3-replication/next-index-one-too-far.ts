/**
 * A mistake in lab 3: skips an entry after each success.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'next-index-one-too-far',
  mistake: 'skips an entry after each success',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 2);\n',
    },
  ],
  caughtBy: ['results-5'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
