/** Leaves an empty value where a key was deleted. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-delete-leaves-empty',
  mistake: 'Leaves an empty value where a key was deleted.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return this.values.delete(key);',
      replace:
        '{\n' +
        '          const isThere = this.values.has(key);\n' +
        '          if (isThere) this.values.set(key, \'\');\n' +
        '          return isThere;\n' +
        '        }',
    },
  ],
  caughtBy: ['operations-4', 'retried'],
  says: /Ann was told "" when it asked for get "x" — it must be null\./,
};
