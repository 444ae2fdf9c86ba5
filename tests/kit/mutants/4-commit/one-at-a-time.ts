/**
 * A mistake in lab 4: commits one entry at a time, however many a majority holds.
 *
 * Paper: §5.3. The rest waits for results that may never come.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-at-a-time',
  mistake: 'commits one entry at a time, however many a majority holds',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: `    state.commitIndex = index;
`,
      replace: `    state.commitIndex++;
`,
    },
  ],
  caughtBy: ['majority-12', 'one-away'],
  says: /S1 has commitIndex [12], and it must be \d+/,
};
