/** Goes on with the last entry of the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-next-index-is-the-last',
  mistake: 'Goes on with the last entry of the snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 1)',
      replace: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex)',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'a-follower-that-was-cut-off-for-long-is',
    'random-snapshots-three',
  ],
  says: /has nextIndex \d+ for \w+, not \d+ or more/,
};
