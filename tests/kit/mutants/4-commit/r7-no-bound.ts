/**
 * A mistake in lab 4: follows leaderCommit beyond what it holds.
 *
 * Paper: Figure 2, "AppendEntries RPC", step 5.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R7-no-bound',
  mistake: 'follows leaderCommit beyond what it holds',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: 'state.commitIndex = Math.max(state.commitIndex, leaderCommit);',
    },
  ],
  caughtBy: ['learn-6', 'learn-5', 'learn-7'],
  says: /S3 .*commitIndex.* 4, but its log ends at index [123]/,
};
