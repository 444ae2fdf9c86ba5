/**
 * A mistake in lab 3: begins with matchIndex at its own lastIndex.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'believes-in-itself',
  mistake: 'begins with matchIndex at its own lastIndex',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.matchIndex[follower] = 0;',
      replace: 'state.matchIndex[follower] = state.log.lastIndex;',
    },
  ],
  caughtBy: ['terms-14'],
  says: /matchIndex is broken/,
};
