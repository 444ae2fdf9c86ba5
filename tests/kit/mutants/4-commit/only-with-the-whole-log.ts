/**
 * A mistake in lab 4: learns only from a request that vouches for its whole log.
 *
 * Paper: Figure 2, "AppendEntries RPC", step 5.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-with-the-whole-log',
  mistake: 'learns only from a request that vouches for its whole log',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: `if (lastNewIndex < state.log.lastIndex) return;
  state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));`,
    },
  ],
  caughtBy: ['learn-7', 'learn-8'],
  says: /S3 has commitIndex 0, and it must be [12]/,
};
