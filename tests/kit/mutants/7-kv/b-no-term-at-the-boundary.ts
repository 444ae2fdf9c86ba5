/** Does not know the term of the entry the snapshot ends with. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-no-term-at-the-boundary',
  mistake: 'Does not know the term of the entry the snapshot ends with.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (index === this.lastIncludedIndex) return this.lastIncludedTerm;\n',
      replace: '',
    },
  ],
  caughtBy: ['discard-1', 'discard-2', 'reset-1'],
  says: /answers termAt\(\d\) with undefined/,
};
