/** Enters two terms at once when it stands. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'two-terms-at-once',
  mistake: 'Enters two terms at once when it stands.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.currentTerm++;\n',
      replace: '  state.currentTerm += 2;\n',
    },
  ],
  caughtBy: ['candidate-1', 'figure-8-d'],
  says: /has currentTerm/,
};
