/** Remembers an operation only if its outcome is not null, false or 0. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-remembers-what-is-true',
  mistake: 'Remembers an operation only if its outcome is not null, false or 0.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'if (session !== null) this.sessions.set',
      replace: 'if (session !== null && outcome) this.sessions.set',
    },
  ],
  caughtBy: ['late-copy'],
  says: /Ann was told "old" when it asked for get "x" — it must be "new"\./,
};
