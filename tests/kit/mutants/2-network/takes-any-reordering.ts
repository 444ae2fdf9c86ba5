/**
 * A mistake in lab 2: does not check the probability of reordering.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-any-reordering',
  mistake: 'does not check the probability of reordering',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    requireProbability(reordering.reorderProbability, \'reorderProbability\');\n',
      replace: '',
    },
  ],
  caughtBy: ['refused-13'],
  says: /what is no server, no probability or no delay is/,
};
