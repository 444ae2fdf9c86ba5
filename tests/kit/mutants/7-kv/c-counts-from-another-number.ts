/** Gives every other number to an operation. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-counts-from-another-number',
  mistake: 'Gives every other number to an operation.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: 'serial: ++this.serial, operation',
      replace: 'serial: this.serial += 2, operation',
    },
  ],
  caughtBy: ['next-number'],
  says: /C\d+ asked with serial 2 — it must be 1\./,
};
