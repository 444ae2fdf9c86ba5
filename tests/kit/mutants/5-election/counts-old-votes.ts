/** Counts votes that were given in an earlier election. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-old-votes',
  mistake: 'Counts votes that were given in an earlier election.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.role !== \'candidate\' || results.term !== state.currentTerm) ' +
        'return;\n',
      replace: '  if (state.role !== \'candidate\') return;\n',
    },
  ],
  caughtBy: ['old-votes', 'count-18', 'random-three'],
  says: /Election Safety is broken|must be candidate|more than half of/,
};
