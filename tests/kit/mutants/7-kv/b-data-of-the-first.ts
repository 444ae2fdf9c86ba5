/** Keeps the data of its first snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-data-of-the-first',
  mistake: 'Keeps the data of its first snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data};',
      replace: '  const first = state.snapshot?.data ?? data;\n' +
        '  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data: first};',
    },
  ],
  caughtBy: [
    'a-follower-that-was-cut-off-for-long-is',
    'a-snapshot-takes-the-place-of-entries',
    'an-older-snapshot-that-arrives-behind-a',
    'random-snapshots-three',
  ],
  says: /a snapshot for index \d+ that is not the state after/,
};
