/** Takes an expected null for no expectation. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-null-expects-anything',
  mistake: 'Takes an expected null for no expectation.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: 'if (this.read(key) !== operation.expected) return false;',
      replace:
        'const {expected} = operation;\n' +
        '        if (expected !== null && this.read(key) !== expected) return false;',
    },
  ],
  caughtBy: ['operations-9', 'operations-11'],
  says: new RegExp([
    'Ann was told true when it asked for compareAndSet "x" from null to "b"',
    'Ann was told true when it asked for compareAndSet "x" from null to "a"',
  ].join('|')),
};
