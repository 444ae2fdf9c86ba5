/**
 * A mistake in lab 3: begins with nextIndex at its last entry, not after it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'starts-at-the-last-entry',
  mistake: 'begins with nextIndex at its last entry, not after it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.nextIndex[follower] = state.log.lastIndex + 1;',
      replace: 'state.nextIndex[follower] = Math.max(1, state.log.lastIndex);',
    },
  ],
  caughtBy: ['results-16'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
