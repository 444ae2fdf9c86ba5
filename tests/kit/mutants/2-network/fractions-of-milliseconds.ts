/**
 * A mistake in lab 2: draws fractions of milliseconds.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'fractions-of-milliseconds',
  mistake: 'draws fractions of milliseconds',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    return delayMsMin + Math.floor(this.options.random() * (delayMsMax ' +
        '- delayMsMin + 1));',
      replace: '    return delayMsMin + this.options.random() * (delayMsMax - delayMsMin);',
    },
  ],
  caughtBy: ['delay-range'],
  says: /a delay is drawn from min to max, both/,
};
