/**
 * A mistake in lab 3: counts results of an earlier term.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-earlier-terms',
  mistake: 'counts results of an earlier term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
      replace: '  if (state.role !== \'leader\') return;\n',
    },
  ],
  caughtBy: ['leads-again', 'results-15'],
  says: /matchIndex is broken/,
  golden: true,
};
