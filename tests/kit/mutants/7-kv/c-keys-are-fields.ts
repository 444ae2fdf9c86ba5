/** Keeps the values as fields of an object. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-keys-are-fields',
  mistake: 'Keeps the values as fields of an object.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'private values = new Map<string, string>();',
      replace: 'private values: Record<string, string> = {};',
    },
    {
      find: 'this.values.get(key) ?? null',
      replace: 'this.values[key] ?? null',
    },
    {
      find:
        'this.values.set(key, operation.value);\n' +
        '        return null;',
      replace:
        'this.values[key] = operation.value;\n' +
        '        return null;',
    },
    {
      find: 'return this.values.delete(key);',
      replace: 'return key in this.values && delete this.values[key];',
    },
    {
      find: 'this.values.set(key, value);',
      replace: 'this.values[key] = value;',
    },
    {
      find:
        'this.values.set(key, operation.value);\n' +
        '        return true;',
      replace:
        'this.values[key] = operation.value;\n' +
        '        return true;',
    },
    {
      find: 'values: [...this.values]',
      replace: 'values: Object.entries(this.values)',
    },
    {
      find: 'this.values = new Map(values);',
      replace: 'this.values = Object.fromEntries(values);',
    },
  ],
  caughtBy: ['operations-14', 'odd-keys-in-a-snapshot'],
  says: /S\d broke the contract: handleRequest .* answered/,
};
