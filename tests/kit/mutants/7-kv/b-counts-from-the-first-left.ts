/** Discards a second time as if the log still began at index 1. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-counts-from-the-first-left',
  mistake: 'Discards a second time as if the log still began at index 1.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries = this.entries.slice(this.positionOf(index) + 1);',
      replace: 'this.entries = this.entries.slice(index);',
    },
  ],
  caughtBy: ['discard-4', 'take-1', 'take-2', 'random-snapshots-three'],
  says: /answers lastIndex with 3 — it must be 4|Leader Append-Only is broken/,
};
