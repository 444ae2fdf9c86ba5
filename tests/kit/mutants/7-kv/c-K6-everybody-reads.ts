/** Answers reads from its own state, leader or not. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K6-everybody-reads',
  mistake: 'Answers reads from its own state, leader or not.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: 'const isAllowed = await this.raft.read();',
      replace: 'const isAllowed = true;',
    },
  ],
  caughtBy: ['names-the-leader', 'reads-the-past'],
  says: new RegExp([
    'S\\d answered ann with \\{"ok":true,"outcome":null\\} — it follows S\\d, and',
    'S\\d answered ann\'s get "x" with "old" — cut off, it cannot know what',
  ].join('|')),
};
