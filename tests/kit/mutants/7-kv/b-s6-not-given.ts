/** Does not give the snapshot to the service. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S6-not-given',
  mistake: 'Does not give the snapshot to the service.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '    state.snapshot = {lastIncludedIndex, lastIncludedTerm, data};\n',
      replace: '',
    },
  ],
  caughtBy: ['install-1', 'install-2', 'needs-1'],
  says: /its state machine has not got there|and skipped index 1 /,
};
