/** Believes that a follower with the snapshot has the whole log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-match-index-is-last-index',
  mistake: 'Believes that a follower with the snapshot has the whole log.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'Math.max(state.matchIndex[from] ?? 0, lastIncludedIndex)',
      replace: 'state.log.lastIndex',
    },
    {
      find: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 1)',
      replace: 'state.log.lastIndex + 1',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'a-follower-that-was-cut-off-for-long-is',
    'random-snapshots-three',
  ],
  says: /believes that \w+ holds its log up to index/,
};
