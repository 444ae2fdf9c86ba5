/** Uses its name as its clientId. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K24-name-as-id',
  mistake: 'Uses its name as its clientId.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '`${side.self}-${Math.random().toString(36).slice(2, 10)}`',
      replace: 'side.self',
    },
  ],
  caughtBy: ['own-ids', 'new-life'],
  says: new RegExp([
    'C\\d+ has the clientId "C\\d+", as in its former life — no two have one\\.',
    'C\\d+ was told "abe" when it asked for get "x" — it must be "abcde"\\.',
  ].join('|')),
};
