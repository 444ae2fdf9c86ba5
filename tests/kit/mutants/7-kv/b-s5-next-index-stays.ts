/** Sends the follower that has the snapshot the same again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S5-next-index-stays',
  mistake: 'Sends the follower that has the snapshot the same again.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.matchIndex[from] = Math.max(state.matchIndex[from] ?? 0, ' +
        'lastIncludedIndex);\n' +
        '  state.nextIndex[from] = Math.max(state.nextIndex[from] ?? 1, ' +
        'lastIncludedIndex + 1);\n',
      replace: '  void [from, lastIncludedIndex];\n',
    },
  ],
  caughtBy: ['results-tell-the-leader-how-far-the'],
  says: /has matchIndex\[S3\] 0 — it must be 6/,
};
