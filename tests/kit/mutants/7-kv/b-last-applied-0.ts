/** Starts again with the snapshot committed, but not applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-last-applied-0',
  mistake: 'Starts again with the snapshot committed, but not applied.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.commitIndex = state.lastApplied = snapshot.lastIncludedIndex;\n',
      replace: '        state.commitIndex = snapshot.lastIncludedIndex;\n',
    },
  ],
  caughtBy: ['a-server-begins-behind-its-snapshot', 'a-server-that-was-sent-its-snapshot'],
  says: /started again with lastApplied 0 — it must be/,
};
