/**
 * A broken variant: refuses a second entry of the same term.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-append-terms-must-rise',
  mistake: 'refuses a second entry of the same term',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'entry.term < termBefore',
      replace: 'entry.term <= termBefore',
    },
  ],
  caughtBy: ['bad-term-8', 'bad-term-9', 'two-logs'],
  says: /threw RangeError in append\(/,
};
