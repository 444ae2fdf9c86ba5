/**
 * A mistake in lab 2: draws the loss when a message is sent and when it is due.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'draws-loss-twice',
  mistake: 'draws the loss when a message is sent and when it is due',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    } else if (endpoint === undefined) {',
      replace:
        '    } else if (this.happens(this.lossProbability)) {\n' +
        '      this.tell(\'lost\', packet);\n' +
        '    } else if (endpoint === undefined) {',
    },
  ],
  caughtBy: ['loss-rate'],
  says: /a probability is drawn for each message on/,
};
