/** Counts votes in every role: a candidate that has crashed still wins. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-as-follower',
  mistake: 'Counts votes in every role: a candidate that has crashed still wins.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.role !== \'candidate\' || results.term !== state.currentTerm) ' +
        'return;\n',
      replace: '  if (state.role === \'leader\' || results.term !== state.currentTerm) return;\n',
    },
  ],
  caughtBy: ['candidate-crash'],
  says: /must be follower/,
};
