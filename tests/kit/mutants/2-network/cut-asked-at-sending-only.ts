/**
 * A mistake in lab 2: looks at the link when a message is sent only.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cut-asked-at-sending-only',
  mistake: 'looks at the link when a message is sent only',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    const endpoint = this.endpoints.get(packet.to);\n' +
        '    if (this.isCut(packet)) {\n' +
        '      this.tell(\'cut\', packet);\n' +
        '    } else if',
      replace:
        '    const endpoint = this.endpoints.get(packet.to);\n' +
        '    if',
    },
  ],
  caughtBy: ['cut-when-4'],
  says: /S2 received "a" from S1/,
};
