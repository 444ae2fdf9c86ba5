/**
 * A mistake in lab 2: takes delays below 0.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-delays-below-zero',
  mistake: 'takes delays below 0',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  if (!Number.isSafeInteger(delayMsMin) || delayMsMin < 0) {',
      replace: '  if (!Number.isSafeInteger(delayMsMin)) {',
    },
  ],
  caughtBy: ['refused-10'],
  says: /what is no server, no probability or no delay is/,
};
