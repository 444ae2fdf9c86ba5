/** Discards one entry more than the snapshot covers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S2-discards-one-more',
  mistake: 'Discards one entry more than the snapshot covers.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries = this.entries.slice(this.positionOf(index) + 1);',
      replace: 'this.entries = this.entries.slice(this.positionOf(index) + 2);',
    },
  ],
  caughtBy: ['discard-1', 'discard-2', 'behind-1'],
  says: /answers lastIndex with 3 — it must be 4|it must be/,
};
