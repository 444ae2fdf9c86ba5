/**
 * A mistake in lab 2: takes NaN for a probability.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-nan',
  mistake: 'takes NaN for a probability',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  if (probability >= 0 && probability <= 1) return;\n',
      replace: '  if (!(probability < 0 || probability > 1)) return;\n',
    },
  ],
  caughtBy: ['refused-8'],
  says: /The call setLoss\(NaN\) was accepted/,
};
