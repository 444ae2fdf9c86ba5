/** Says that it was done, with null, when it refuses. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-refuses-as-outcome',
  mistake: 'Says that it was done, with null, when it refuses.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'return {ok: false, leaderHint: leaderId === self ? null : leaderId};',
      replace:
        'return leaderId === self ? {ok: false, leaderHint: null} : {ok: true, ' +
        'outcome: null};',
    },
  ],
  caughtBy: ['names-the-leader', 'knows-no-leader'],
  says: new RegExp([
    'S\\d answered ann with \\{"ok":true,"outcome":null\\} — it follows S\\d, and',
    'S\\d answered ann with \\{"ok":true,"outcome":null\\} — it leads nobody, and',
  ].join('|')),
};
