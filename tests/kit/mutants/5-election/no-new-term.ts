/** Stands without entering a new term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-new-term',
  mistake: 'Stands without entering a new term.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.currentTerm++;\n',
      replace: '',
    },
  ],
  caughtBy: ['candidate-1', 'candidate-4'],
  says: /has currentTerm|One vote a term is broken|no candidate before/,
};
