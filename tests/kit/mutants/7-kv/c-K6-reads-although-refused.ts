/** Waits until it knows whether it may read, and reads in any case. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K6-reads-although-refused',
  mistake: 'Waits until it knows whether it may read, and reads in any case.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        '    const isAllowed = await this.raft.read();\n' +
        '    respond(isAllowed ? {ok: true, outcome: this.store.read(key)} : ' +
        'this.refusal());',
      replace:
        '    await this.raft.read();\n' +
        '    respond({ok: true, outcome: this.store.read(key)});',
    },
  ],
  caughtBy: ['names-the-leader', 'reads-the-past'],
  says: new RegExp([
    'S\\d answered ann with \\{"ok":true,"outcome":null\\} — it follows S\\d, and',
    'S\\d answered ann\'s get "x" with "old" — it leads no longer\\.',
  ].join('|')),
};
