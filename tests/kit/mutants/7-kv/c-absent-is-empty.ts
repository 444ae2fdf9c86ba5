/** Takes an absent key for an empty value. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-absent-is-empty',
  mistake: 'Takes an absent key for an empty value.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return this.values.get(key) ?? null;',
      replace: 'return this.values.get(key) ?? \'\';',
    },
  ],
  caughtBy: ['operations-1', 'operations-4'],
  says: /Ann was told "" when it asked for get "x" — it must be null\./,
};
