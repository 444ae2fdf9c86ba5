/**
 * A mistake in lab 2: draws once whether a network duplicates, not for each message.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'draws-duplication-once',
  mistake: 'draws once whether a network duplicates, not for each message',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.duplicationProbability = duplicationProbability;\n',
      replace: '    this.duplicationProbability = this.happens(duplicationProbability) ? 1 : 0;\n',
    },
  ],
  caughtBy: ['duplication-rate'],
  says: /a probability is drawn for each message on/,
};
