/**
 * A mistake in lab 3: counts results though it does not lead.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'follower-counts-results',
  mistake: 'counts results though it does not lead',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
      replace: '  if (results.term !== state.currentTerm) return;\n',
    },
  ],
  caughtBy: ['terms-7'],
  says: /keeps nextIndex/,
};
