/**
 * A mistake in lab 2: does not tell the log of second copies.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-copies',
  mistake: 'does not tell the log of second copies',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.tell(\'duplicated\', packet);\n',
      replace: '',
    },
  ],
  caughtBy: ['log-6'],
  says: /RaftNetwork told its log: delivered S1 → S2/,
};
