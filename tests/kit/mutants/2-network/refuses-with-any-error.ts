/**
 * A mistake in lab 2: refuses with an Error that is no RangeError.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-with-any-error',
  mistake: 'refuses with an Error that is no RangeError',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '  throw new RangeError(`${argument} must be from 0 to 1, but is ' +
        '${String(probability)}`);\n',
      replace:
        '  throw new Error(`${argument} must be from 0 to 1, but is ${String(probability)}`);\n',
    },
  ],
  caughtBy: ['refused-7'],
  says: /The call setLoss\(1\.5\) threw Error:/,
};
