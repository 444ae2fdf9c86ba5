/**
 * A mistake in lab 3: hints at its last entry instead of the place after it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-last-index',
  mistake: 'hints at its last entry instead of the place after it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'conflictIndex: state.log.lastIndex + 1',
      replace: 'conflictIndex: state.log.lastIndex',
    },
  ],
  caughtBy: ['hint-given-1'],
  says: /gave the hint conflictIndex \d+ for \d+\/\d+, not \d+/,
};
