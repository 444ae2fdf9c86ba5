/**
 * A mistake in lab 2: takes ranges that end before they begin.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-any-range',
  mistake: 'takes ranges that end before they begin',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  if (!Number.isSafeInteger(delayMsMax) || delayMsMax < delayMsMin) {',
      replace: '  if (!Number.isSafeInteger(delayMsMax)) {',
    },
  ],
  caughtBy: ['refused-12'],
  says: /what is no server, no probability or no delay is/,
};
