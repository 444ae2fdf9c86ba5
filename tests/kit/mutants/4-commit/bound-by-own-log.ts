/**
 * A mistake in lab 4: bounds leaderCommit by its own last entry, not by the last new one.
 *
 * Paper: Figure 2, "AppendEntries RPC", step 5. Its log may go on with entries of another leader.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'bound-by-own-log',
  mistake: 'bounds leaderCommit by its own last entry, not by the last new one',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: `const bound = Math.min(leaderCommit, state.log.lastIndex);
  state.commitIndex = Math.max(state.commitIndex, lastNewIndex > 0 ? bound : 0);`,
    },
  ],
  caughtBy: ['learn-7', 'learn-8'],
  says: /The commit rule is broken: S3 takes its entry 2\/1 as committed/,
  golden: true,
};
