/**
 * A mistake in lab 3: carries messages over a network that throws when a link is cut.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'network-throws',
  mistake: 'carries messages over a network that throws when a link is cut',
  lab: 3,
  file: 'network.ts',
  edits: [
    {
      find:
        '    if (this.isCut(packet)) {\n' +
        '      this.tell(\'cut\', packet);\n' +
        '    } else if (this.happens',
      replace:
        '    if (this.isCut(packet)) {\n' +
        '      throw new Error(\'the link is cut\');\n' +
        '    } else if (this.happens',
    },
  ],
  caughtBy: ['own-network'],
  says: /RaftNetwork threw Error: the link is cut/,
};
