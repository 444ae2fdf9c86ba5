/**
 * A broken variant: refuses a bad number without saying which.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-nameless-error',
  mistake: 'refuses a bad number without saying which',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '${argument} must be whole and at least ${least}, but is ${value}',
      replace: 'must be whole and at least ${least}, but is ${value}',
    },
  ],
  caughtBy: ['bad-term-1', 'bad-term-2', 'bad-term-5'],
  says: /without naming it/,
};
