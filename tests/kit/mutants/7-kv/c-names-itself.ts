/** Names itself when it refuses. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-names-itself',
  mistake: 'Names itself when it refuses.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'leaderHint: leaderId === self ? null : leaderId',
      replace: 'leaderHint: leaderId === self ? null : self',
    },
  ],
  caughtBy: ['names-the-leader', 'knows-no-leader'],
  says: new RegExp([
    'S\\d answered ann with \\{"ok":false,"leaderHint":"S\\d"\\} — it follows S\\d,',
    'S\\d answered ann with \\{"ok":false,"leaderHint":"S\\d"\\} — it leads nobody,',
  ].join('|')),
};
