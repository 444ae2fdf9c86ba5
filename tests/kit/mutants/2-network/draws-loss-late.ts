/**
 * A mistake in lab 2: draws the loss when a message is due.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'draws-loss-late',
  mistake: 'draws the loss when a message is due',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    } else if (this.happens(this.lossProbability)) {\n' +
        '      this.tell(\'lost\', packet);\n' +
        '    } else {',
      replace: '    } else {',
    },
    {
      find: '    } else if (endpoint === undefined) {',
      replace:
        '    } else if (this.happens(this.lossProbability)) {\n' +
        '      this.tell(\'lost\', packet);\n' +
        '    } else if (endpoint === undefined) {',
    },
  ],
  caughtBy: ['from-then-on'],
  says: /S2 received nothing/,
};
