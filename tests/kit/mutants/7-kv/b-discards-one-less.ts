/** Keeps the last entry of the snapshot, one place too far on. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-discards-one-less',
  mistake: 'Keeps the last entry of the snapshot, one place too far on.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries = this.entries.slice(this.positionOf(index) + 1);',
      replace: 'this.entries = this.entries.slice(this.positionOf(index));',
    },
  ],
  caughtBy: ['discard-1', 'discard-2'],
  says: /answers lastIndex with 5 — it must be 4|lastIncludedTerm with 1 — it must be 3/,
};
