/**
 * A mistake in lab 3: begins with nextIndex 1, so that every log is sent whole.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'starts-from-the-first-entry',
  mistake: 'begins with nextIndex 1, so that every log is sent whole',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.nextIndex[follower] = state.log.lastIndex + 1;',
      replace: 'state.nextIndex[follower] = 1;',
    },
  ],
  caughtBy: ['hint-used-3'],
  says: /has nextIndex \d+ for S\d+, not from \d+ to \d+/,
};
