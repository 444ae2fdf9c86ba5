/**
 * A broken variant: refuses what is too small, and NaN is not.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-nan-passes',
  mistake: 'refuses what is too small, and NaN is not',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '!Number.isSafeInteger(value) || value < least',
      replace: 'value < least || value % 1 > 0',
    },
  ],
  caughtBy: ['bad-term-3', 'bad-term-6', 'bad-index-3'],
  says: /took a bad argument/,
};
