/**
 * A mistake in lab 2: asks Math.random whether a message is lost.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'asks-math-random',
  mistake: 'asks Math.random whether a message is lost',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return this.options.random() < probability;\n',
      replace: '    return Math.random() < probability;\n',
    },
  ],
  caughtBy: ['repeatable'],
  says: /the same random gives the same/,
};
