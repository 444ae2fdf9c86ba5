/**
 * A mistake in lab 4: looks only at the next index, and stops for good at an entry of an earlier
 * term.
 *
 * Paper: §5.4.2. An entry of its own term further on would commit both.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'old-entry-blocks',
  mistake: 'looks only at the next index, and stops for good at an entry of an earlier term',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {',
      replace: `if (index > state.commitIndex &&
    state.log.termAt(state.commitIndex + 1) === state.currentTerm) {`,
    },
  ],
  caughtBy: ['own-term-5', 'own-term-4', 'figure-8-e'],
  says: /S1 has commitIndex 0, and it must be 3 — entry .* are a majority/,
};
