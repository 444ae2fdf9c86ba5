/**
 * A mistake in lab 4: commits up to the last new entry as soon as the leader has committed
 * anything.
 *
 * Paper: Figure 2, "AppendEntries RPC", step 5.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'ignores-leader-commit',
  mistake: 'commits up to the last new entry as soon as the leader has committed anything',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: 'if (leaderCommit > state.commitIndex) state.commitIndex = lastNewIndex;',
    },
  ],
  caughtBy: ['learn-2'],
  says: /S3 has commitIndex 4, and it must be 2/,
};
