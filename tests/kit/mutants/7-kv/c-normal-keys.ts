/** Takes two keys that look the same for one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-normal-keys',
  mistake: 'Takes two keys that look the same for one.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '    const {key} = operation;',
      replace:
        '    const key = operation.key.normalize();',
    },
    {
      find:
        '    return this.values.get(key) ?? null;',
      replace:
        '    return this.values.get(key.normalize()) ?? null;',
    },
  ],
  caughtBy: ['long-values'],
  says: /it must be 10003/,
};
