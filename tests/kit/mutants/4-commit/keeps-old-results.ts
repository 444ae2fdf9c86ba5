/**
 * A mistake in lab 4: counts results of an earlier term of its own.
 *
 * Paper: §5.3. The follower may have cut those entries since.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-old-results',
  mistake: 'counts results of an earlier term of its own',
  lab: 4,
  file: 'replication.ts',
  edits: [
    {
      find: 'if (state.role !== \'leader\' || results.term !== state.currentTerm) return;',
      replace: 'if (state.role !== \'leader\') return;',
    },
  ],
  caughtBy: ['earlier-leadership'],
  says: /S1 believes that S2 holds its log up to index 2/,
};
