/**
 * A mistake in lab 4: does not tell followers of anything.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-learns',
  mistake: 'does not tell followers of anything',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: 'void [state, leaderCommit, lastNewIndex];',
    },
  ],
  caughtBy: ['next-message', 'apply'],
  says: /S2 applied 0 of the .* due/,
};
