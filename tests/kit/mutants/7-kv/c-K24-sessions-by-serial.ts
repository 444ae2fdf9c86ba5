/** Knows an operation by its number alone, whoever asked for it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K24-sessions-by-serial',
  mistake: 'Knows an operation by its number alone, whoever asked for it.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'const last = this.sessions.get(session.clientId);',
      replace: 'const last = this.sessions.get(`${session.serial}`);',
    },
    {
      find: 'this.sessions.set(session.clientId, {',
      replace: 'this.sessions.set(`${session.serial}`, {',
    },
  ],
  caughtBy: ['own-numbers', 'compare-and-set-retried'],
  says: new RegExp([
    'Bob was told 1 when it asked for append "b" to "x" — it must be 2\\.',
    'Bob was told "ann" when it asked for get "lock" — it must be null\\.',
  ].join('|')),
};
