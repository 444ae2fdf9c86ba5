/**
 * A mistake in lab 2: takes NaN for a delay.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-nan-for-a-delay',
  mistake: 'takes NaN for a delay',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  if (!Number.isSafeInteger(delayMsMax) || delayMsMax < delayMsMin) {',
      replace: '  if (delayMsMax < delayMsMin) {',
    },
  ],
  caughtBy: ['refused-14', 'refused-11'],
  says: /what is no server, no probability or no delay is/,
};
