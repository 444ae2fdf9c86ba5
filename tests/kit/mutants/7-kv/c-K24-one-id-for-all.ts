/** Uses the same clientId as all other clients. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K24-one-id-for-all',
  mistake: 'Uses the same clientId as all other clients.',
  lab: 7,
  file: 'kv-client.ts',
  edits: [
    {
      find: '`${side.self}-${Math.random().toString(36).slice(2, 10)}`',
      replace: '\'client\'',
    },
  ],
  caughtBy: ['former-life', 'own-ids'],
  says: new RegExp([
    'C\\d+ was told "of x" when it asked for get "y" — it must be "of y"\\.',
    'C\\d+ has the clientId "client", as C\\d+ — no two have one\\.',
  ].join('|')),
};
