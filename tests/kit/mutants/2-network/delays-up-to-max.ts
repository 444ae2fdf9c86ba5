/**
 * A mistake in lab 2: takes delays from 0 to max, whatever min is.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'delays-up-to-max',
  mistake: 'takes delays from 0 to max, whatever min is',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    return delayMsMin + Math.floor(this.options.random() * (delayMsMax ' +
        '- delayMsMin + 1));',
      replace:
        '    return Math.floor(this.options.random() * (delayMsMax + 1)) + ' +
        'Math.min(0, delayMsMin);',
    },
  ],
  caughtBy: ['exact-5', 'delay-range'],
  says: /S2 received a message after 0ms|a delay is drawn from min to max, both/,
};
