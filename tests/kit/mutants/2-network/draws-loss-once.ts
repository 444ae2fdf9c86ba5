/**
 * A mistake in lab 2: draws once whether a link loses messages, not for each.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'draws-loss-once',
  mistake: 'draws once whether a link loses messages, not for each',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.lossProbability = lossProbability;\n',
      replace: '    this.lossProbability = this.happens(lossProbability) ? 1 : 0;\n',
    },
  ],
  caughtBy: ['loss-rate'],
  says: /a probability is drawn for each message on/,
};
