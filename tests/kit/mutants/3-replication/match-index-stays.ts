/**
 * A mistake in lab 3: does not move matchIndex on a success.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-stays',
  mistake: 'does not move matchIndex on a success',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace: '',
    },
  ],
  caughtBy: ['results-1'],
  says: /has matchIndex \d+ for S\d+, not \d+/,
};
