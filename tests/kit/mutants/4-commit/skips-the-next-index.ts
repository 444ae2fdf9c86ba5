/**
 * A mistake in lab 4: never looks at the index right after commitIndex.
 *
 * Paper: §5.3. A loop that ends one too early: a lone command is never committed.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'skips-the-next-index',
  mistake: 'never looks at the index right after commitIndex',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {',
      replace:
        'if (index > state.commitIndex + 1 && state.log.termAt(index) === state.currentTerm) {',
    },
  ],
  caughtBy: ['majority-2', 'next-message', 'half'],
  says: /S1 has commitIndex 0, and it must be 1/,
};
