/** Applies only commands that somebody waits for here. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-applies-what-it-submitted',
  mistake: 'Applies only commands that somebody waits for here.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find:
        'const outcome = command === null ? null : this.store.apply(command as ' +
        'KvCommand);',
      replace:
        'const isMine = command !== null && this.waiters.has(index);\n' +
        '    const outcome = isMine ? this.store.apply(command as KvCommand) : null;',
    },
  ],
  caughtBy: ['exact-snapshot', 'reads-what-was-committed'],
  says: new RegExp([
    'Redis-cli was told 1 when it asked for append "a" to "x" — it must be',
    'Ann was told null when it asked for get "x" — it must be "a"\\.',
  ].join('|')),
};
