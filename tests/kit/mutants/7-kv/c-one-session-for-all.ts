/** Keeps one session for all clients. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-one-session-for-all',
  mistake: 'Keeps one session for all clients.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'this.sessions.get(session.clientId)',
      replace: 'this.sessions.get(\'\')',
    },
    {
      find: 'this.sessions.set(session.clientId,',
      replace: 'this.sessions.set(\'\',',
    },
  ],
  caughtBy: ['compare-and-set-retried', 'own-numbers'],
  says: new RegExp([
    'Bob was told "ann" when it asked for get "lock" — it must be null\\.',
    'Bob was told 1 when it asked for append "b" to "x" — it must be 2\\.',
  ].join('|')),
};
