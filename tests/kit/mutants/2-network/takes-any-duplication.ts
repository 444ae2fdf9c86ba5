/**
 * A mistake in lab 2: does not check the probability of duplication.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-any-duplication',
  mistake: 'does not check the probability of duplication',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    requireProbability(duplicationProbability, \'duplicationProbability\');\n',
      replace: '',
    },
  ],
  caughtBy: ['refused-9'],
  says: /The call setDuplication\(-0\.1\) was accepted/,
};
