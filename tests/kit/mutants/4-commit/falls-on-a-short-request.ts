/**
 * A mistake in lab 4: lets commitIndex fall when a request vouches for less than is known.
 *
 * Paper: Figure 2, "State". Step 5 of the receiver, taken word for word.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'falls-on-a-short-request',
  mistake: 'lets commitIndex fall when a request vouches for less than is known',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace: `if (leaderCommit > state.commitIndex) {
    state.commitIndex = Math.min(leaderCommit, lastNewIndex);
  }`,
    },
  ],
  caughtBy: ['learn-13'],
  says: /commitIndex of S3 fell from 3 to 1/,
};
