/** Lets chance decide what an append to an absent key begins with. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'c-K17-chance-in-the-state',
  mistake: 'Lets chance decide what an append to an absent key begins with.',
  lab: 7,
  file: 'kv-store.ts',
  edits: [
    {
      find: '(this.read(key) ?? \'\') + operation.value',
      replace: '(this.read(key) ?? (Math.random() < 0.5 ? \' \' : \'\')) + operation.value',
    },
  ],
  caughtBy: ['log-brings-it-back', 'exact-snapshot'],
  says: new RegExp([
    'Ann was told 2 when it asked for append "a" to "x" — it must be 1\\.',
    'Redis-cli was told 5 when it asked for append "a" to "x" — it must be',
  ].join('|')),
};
