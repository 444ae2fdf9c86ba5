/** Writes its values as fields of an object, in which a key may not be what it was. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-snapshot-of-fields',
  mistake: 'Writes its values as fields of an object, in which a key may not be what it was.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'const saved: Saved = {values: [...this.values],',
      replace:
        'const fields: Record<string, string> = {};\n' +
        '    for (const [key, value] of this.values) fields[key] = value;\n' +
        '    const saved: Saved = {values: Object.entries(fields),',
    },
  ],
  caughtBy: ['odd-keys-in-a-snapshot'],
  says: /Ann was told null when it asked for get "__proto__" — it must be/,
};
