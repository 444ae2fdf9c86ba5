/** Says that a key was there whenever it is deleted. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-delete-always-true',
  mistake: 'Says that a key was there whenever it is deleted.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'return this.values.delete(key);',
      replace:
        'this.values.delete(key);\n' +
        '        return true;',
    },
  ],
  caughtBy: ['operations-1', 'operations-4'],
  says: /Ann was told true when it asked for delete "x" — it must be false\./,
};
