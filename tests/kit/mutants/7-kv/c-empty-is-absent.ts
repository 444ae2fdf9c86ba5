/** Takes an empty value for an absent key. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-empty-is-absent',
  mistake: 'Takes an empty value for an absent key.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return this.values.get(key) ?? null;',
      replace: 'return this.values.get(key) || null;',
    },
  ],
  caughtBy: ['operations-11', 'operations-12'],
  says: /Ann was told null when it asked for get "x" — it must be ""\./,
};
