/** Looks for copies when a request arrives, not when it is applied. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K2-detects-on-arrival-only',
  mistake: 'Looks for copies when a request arrives, not when it is applied.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: '    if (known !== undefined) return known;\n',
      replace: '    if (known !== undefined && session === null) return known;\n',
    },
  ],
  caughtBy: ['waiting-together', 'left-by-the-last-leader'],
  says: new RegExp([
    'Ann was given two outcomes of one append "a" to "x" — it was asked for',
    'Ann was told "aa" when it asked for get "x" — it must be "a"\\.',
  ].join('|')),
};
