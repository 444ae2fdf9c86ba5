/** Knows who leads, and tells nobody. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-never-hints',
  mistake: 'Knows who leads, and tells nobody.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'leaderHint: leaderId === self ? null : leaderId',
      replace: 'leaderHint: leaderId === self ? leaderId : null',
    },
  ],
  caughtBy: ['names-the-leader'],
  says: /S\d answered ann with \{"ok":false,"leaderHint":null\} — it follows S\d,/,
};
