/** Sets the value also if it is not as expected. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-compare-and-set-always-sets',
  mistake: 'Sets the value also if it is not as expected.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find:
        '        if (this.read(key) !== operation.expected) return false;\n' +
        '        this.values.set(key, operation.value);\n' +
        '        return true;',
      replace:
        '        const isExpected = this.read(key) === operation.expected;\n' +
        '        this.values.set(key, operation.value);\n' +
        '        return isExpected;',
    },
  ],
  caughtBy: ['operations-8', 'operations-9'],
  says: new RegExp([
    'Ann was told "c" when it asked for get "x" — it must be "a"\\.',
    'Ann was told "b" when it asked for get "x" — it must be "a"\\.',
  ].join('|')),
};
