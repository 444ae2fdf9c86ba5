/** Gives all its operations the same number. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K5-one-number-for-all',
  mistake: 'Gives all its operations the same number.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'serial: ++this.serial, operation',
      replace: 'serial: this.serial + 1, operation',
    },
  ],
  caughtBy: ['next-number', 'over-is-over'],
  says: new RegExp([
    'C\\d+ asked with serial 1 — it must be 2\\.',
    'C\\d+ was told "old" when it asked for get "x" — it must be "new"\\.',
  ].join('|')),
};
