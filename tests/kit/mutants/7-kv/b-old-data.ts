/** Keeps the data of the snapshot it had before. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-old-data',
  mistake: 'Keeps the data of the snapshot it had before.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    state.snapshot = {lastIncludedIndex, lastIncludedTerm, data};\n',
      replace: '    const old = state.snapshot?.data ?? data;\n' +
        '    state.snapshot = {lastIncludedIndex, lastIncludedTerm, data: old};\n',
    },
  ],
  caughtBy: [
    'snapshot-install',
    'snapshot-install-unreliable',
    'snapshot-install-crash',
    'random-snapshots-three',
  ],
  says: /gave its state machine a snapshot for index \d+ that is not the state/,
};
