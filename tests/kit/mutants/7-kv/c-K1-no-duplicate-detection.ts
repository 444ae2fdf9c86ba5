/** Does a retry as if it were new. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K1-no-duplicate-detection',
  mistake: 'Does a retry as if it were new.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'if (last === undefined || session.serial > last.serial) return undefined;',
      replace: 'if (last === undefined || session.serial > 0) return undefined;',
    },
  ],
  caughtBy: ['retried', 'compare-and-set-retried'],
  says: new RegExp([
    'Ann was told 2 when it asked for append "a" to "x" — it must be 1\\.',
    'Ann was told false when it asked for compareAndSet "lock" from null to',
  ].join('|')),
};
