/** Believes that a follower has the snapshot the leader has now. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-match-index-is-its-boundary',
  mistake: 'Believes that a follower has the snapshot the leader has now.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  const {lastIncludedIndex} = results;\n',
      replace: '  const {lastIncludedIndex} = state.log;\n',
    },
  ],
  caughtBy: [
    'a-snapshot-of-an-earlier-term-is',
    'snapshot-install-uncrash',
    'random-snapshots-three',
  ],
  says: /believes that \w+ holds its log up to index/,
};
