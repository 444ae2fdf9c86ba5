/** Does not hand a snapshot on to its store. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K19-service-ignores-snapshots',
  mistake: 'Does not hand a snapshot on to its store.',
  lab: 7,
  file: 'kv-server.ts',
  edits: [
    {
      find: '    this.store.restore(data);\n',
      replace: '',
    },
  ],
  caughtBy: ['travels-with-a-snapshot', 'odd-keys-in-a-snapshot'],
  says: new RegExp([
    'Ann was told "a" when it asked for get "x" — it must be null\\.',
    'Ann was told null when it asked for get "" — it must be ""\\.',
  ].join('|')),
};
