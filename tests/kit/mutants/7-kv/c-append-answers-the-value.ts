/** Answers an append with the value. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-append-answers-the-value',
  mistake: 'Answers an append with the value.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return value.length;',
      replace: 'return value;',
    },
  ],
  caughtBy: ['operations-5', 'operations-6'],
  says: new RegExp([
    'Ann was told "ab" when it asked for append "ab" to "x" — it must be 2\\.',
    'Ann was told "c" when it asked for append "c" to "x" — it must be 1\\.',
  ].join('|')),
};
