/**
 * A mistake in lab 4: lets commitIndex fall when an old request comes late.
 *
 * Paper: Figure 2, "State".
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R8-moves-back',
  mistake: 'lets commitIndex fall when an old request comes late',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: 'state.commitIndex = Math.min(leaderCommit, lastNewIndex);',
    },
  ],
  caughtBy: ['learn-12', 'learn-13', 'random'],
  says: /commitIndex of S\d fell from \d+ to \d+/,
};
