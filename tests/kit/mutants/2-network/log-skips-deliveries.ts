/**
 * A mistake in lab 2: does not tell the log of deliveries.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-deliveries',
  mistake: 'does not tell the log of deliveries',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.tell(\'delivered\', packet);\n',
      replace: '',
    },
  ],
  caughtBy: ['log-1', 'random-network'],
  says: /the debug log is told once|once nothing is on its way,/,
};
