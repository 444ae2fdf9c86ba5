/** Starts again with lastApplied 0, behind a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S15-begins-at-0',
  mistake: 'Starts again with lastApplied 0, behind a snapshot.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.commitIndex = state.lastApplied = snapshot.lastIncludedIndex;\n',
      replace: '',
    },
  ],
  caughtBy: ['a-server-begins-behind-its-snapshot', 'a-server-that-was-sent-its-snapshot'],
  says: /started again with commitIndex 0 — it must be/,
  golden: true,
};
