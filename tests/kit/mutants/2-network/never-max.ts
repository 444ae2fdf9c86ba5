/**
 * A mistake in lab 2: a delay is below max, never max itself.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-max',
  mistake: 'a delay is below max, never max itself',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '(delayMsMax - delayMsMin + 1));',
      replace: '(delayMsMax - delayMsMin));',
    },
  ],
  caughtBy: ['delay-range'],
  says: /a delay is drawn from min to max, both/,
};
