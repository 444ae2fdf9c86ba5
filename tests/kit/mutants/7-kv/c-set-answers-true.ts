/** Answers a set with true. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-set-answers-true',
  mistake: 'Answers a set with true.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        'this.values.set(key, operation.value);\n' +
        '        return null;',
      replace:
        'this.values.set(key, operation.value);\n' +
        '        return true;',
    },
  ],
  caughtBy: ['operations-2', 'operations-3'],
  says: /Ann was told true when it asked for set "x" = "a" — it must be null\./,
};
