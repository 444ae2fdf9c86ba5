/** Sends no snapshot to a follower that lacks only its last entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-not-for-the-last-one',
  mistake: 'Sends no snapshot to a follower that lacks only its last entry.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '(nextIndex[follower] ?? 0) > snapshot.lastIncludedIndex',
      replace: '(nextIndex[follower] ?? 0) >= snapshot.lastIncludedIndex',
    },
  ],
  caughtBy: [
    'needs-2',
    'it-wins-an-election-leads-and-passes',
    'a-snapshot-of-an-earlier-term-is',
    'random-snapshots-three',
  ],
  says: /threw RangeError: index must be above lastIncludedIndex (\d+), but is \1/,
};
