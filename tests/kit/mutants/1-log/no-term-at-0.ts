/**
 * A broken variant: has no term at index 0, so that nothing can come first.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-no-term-at-0',
  mistake: 'has no term at index 0, so that nothing can come first',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (index === this.lastIncludedIndex) return this.lastIncludedTerm;\n' +
        '    if (index === 0) return 0;\n',
      replace: '',
    },
  ],
  caughtBy: ['empty', 'append', 'commands'],
  says: /termAt\(0\) with undefined|refused an AppendEntries after 0\/0/,
};
