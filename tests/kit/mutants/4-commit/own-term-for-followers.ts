/**
 * A mistake in lab 4: lets a follower, too, commit only entries of currentTerm.
 *
 * Paper: §5.4.2 binds the leader, who counts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'own-term-for-followers',
  mistake: 'lets a follower, too, commit only entries of currentTerm',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: `const index = Math.min(leaderCommit, lastNewIndex);
  const isOwn = state.log.termAt(index) === state.currentTerm;
  if (index > state.commitIndex && isOwn) state.commitIndex = index;`,
    },
  ],
  caughtBy: ['learn-4', 'learn-6'],
  says: /S3 has commitIndex 0, and it must be 1/,
};
