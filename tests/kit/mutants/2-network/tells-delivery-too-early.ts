/**
 * A mistake in lab 2: tells the log of a delivery when the message leaves.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'tells-delivery-too-early',
  mistake: 'tells the log of a delivery when the message leaves',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '      endpoint.arrived.push(packet);\n' +
        '      this.tell(\'delivered\', packet);\n',
      replace: '      endpoint.arrived.push(packet);\n',
    },
    {
      find: '      this.options.schedule(this',
      replace:
        '      this.tell(\'delivered\', packet);\n' +
        '      this.options.schedule(this',
    },
  ],
  caughtBy: ['log-2', 'log-5'],
  says: /the debug log is told once of each thing that/,
};
