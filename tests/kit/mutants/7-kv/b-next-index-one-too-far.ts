/** Goes on with the second entry behind the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-next-index-one-too-far',
  mistake: 'Goes on with the second entry behind the snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 1)',
      replace: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 2)',
    },
  ],
  caughtBy: ['results-tell-the-leader-how-far-the', 'random-snapshots-three'],
  says: /has nextIndex\[S3\] 8 — it must be 7|with prev=\d+\/0/,
};
