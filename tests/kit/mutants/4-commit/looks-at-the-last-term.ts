/**
 * A mistake in lab 4: asks whether the last entry is of its own term, not the one it commits.
 *
 * Paper: §5.4.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'looks-at-the-last-term',
  mistake: 'asks whether the last entry is of its own term, not the one it commits',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {',
      replace: 'if (index > state.commitIndex && state.log.lastTerm === state.currentTerm) {',
    },
  ],
  caughtBy: ['own-term-2', 'own-term-3', 'figure-8-e'],
  says: /S1 leads term \d and committed \d\/[12], an entry of term [12], by counting/,
};
