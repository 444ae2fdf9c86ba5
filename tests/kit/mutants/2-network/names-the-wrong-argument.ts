/**
 * A mistake in lab 2: calls every probability lossProbability in its errors.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-the-wrong-argument',
  mistake: 'calls every probability lossProbability in its errors',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '  throw new RangeError(`${argument} must be from 0 to 1, but is ' +
        '${String(probability)}`);\n',
      replace:
        '  throw new RangeError(`lossProbability must be from 0 to 1, but is ' +
        '${String(probability)}`);\n',
    },
  ],
  caughtBy: ['refused-13', 'refused-9'],
  says: /what is no server, no probability or no delay is/,
};
