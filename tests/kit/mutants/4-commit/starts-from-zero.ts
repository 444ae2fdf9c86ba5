/**
 * A mistake in lab 4: finds the index afresh each time, and takes 0 if there is none.
 *
 * Paper: Figure 2, "State". A new leader forgets what it had learned as a follower.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'starts-from-zero',
  mistake: 'finds the index afresh each time, and takes 0 if there is none',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: `  if (index > state.commitIndex && state.log.termAt(index) === state.currentTerm) {
    state.commitIndex = index;
  }`,
      replace: '  state.commitIndex = state.log.termAt(index) === state.currentTerm ? index : 0;',
    },
  ],
  caughtBy: ['keeps', 'random'],
  says: /commitIndex of S\d fell from \d+ to 0/,
};
