/** Counts the bytes of a value, not its code units. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-counts-bytes',
  mistake: 'Counts the bytes of a value, not its code units.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return value.length;',
      replace: 'return Buffer.byteLength(value);',
    },
  ],
  caughtBy: ['operations-7'],
  says: /Ann was told 2 when it asked for append "ä" to "x" — it must be 1\./,
};
