/** Stands again in the same term when its election was not won. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E22-same-term-again',
  mistake: 'Stands again in the same term when its election was not won.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.currentTerm++;\n',
      replace: '  if (state.role !== \'candidate\') state.currentTerm++;\n',
    },
  ],
  caughtBy: ['candidate-6', 'split-vote'],
  says: /has currentTerm|with the votes it can get here/,
};
