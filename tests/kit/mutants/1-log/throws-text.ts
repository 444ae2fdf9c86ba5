/**
 * A broken variant: throws a text in place of an Error.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-throws-text',
  mistake: 'throws a text in place of an Error',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    throw new RangeError(`${argument} must be whole',
      replace: '    throw (`${argument} must be whole',
    },
  ],
  caughtBy: ['bad-index-1', 'bad-index-2', 'bad-index-4'],
  says: /without naming it|not an Error/,
};
