/**
 * A mistake in lab 2: takes fractional delays.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-half-milliseconds',
  mistake: 'takes fractional delays',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  if (!Number.isSafeInteger(delayMsMax) || delayMsMax < delayMsMin) {',
      replace: '  if (!(delayMsMax >= delayMsMin)) {',
    },
  ],
  caughtBy: ['refused-11'],
  says: /what is no server, no probability or no delay is/,
};
