/**
 * A mistake in lab 4: stays one entry behind the leader.
 *
 * Paper: Figure 2, "AppendEntries RPC", step 5. leaderCommit is an index, not a count.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-behind',
  mistake: 'stays one entry behind the leader',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'Math.min(leaderCommit, lastNewIndex));',
      replace: 'Math.min(leaderCommit, lastNewIndex) - 1);',
    },
  ],
  caughtBy: ['next-message', 'restarts'],
  says: /S2 applied \d of the .* due/,
};
