/**
 * A mistake in lab 2: rounds a delay, so that min and max are half as likely.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'rounds-the-delay',
  mistake: 'rounds a delay, so that min and max are half as likely',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    return delayMsMin + Math.floor(this.options.random() * (delayMsMax ' +
        '- delayMsMin + 1));',
      replace:
        '    return delayMsMin + Math.round(this.options.random() * (delayMsMax - delayMsMin));',
    },
  ],
  caughtBy: ['delay-range'],
  says: /a delay is drawn from min to max, both/,
};
