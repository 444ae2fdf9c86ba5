/**
 * A mistake in lab 4: moves commitIndex by one for each request.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'learns-one-at-a-time',
  mistake: 'moves commitIndex by one for each request',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: 'if (state.commitIndex < Math.min(leaderCommit, lastNewIndex)) state.commitIndex++;',
    },
  ],
  caughtBy: ['apply', 'one-away'],
  says: /S2 applied [12] of the 3 entries due/,
};
