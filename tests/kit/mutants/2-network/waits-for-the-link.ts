/**
 * A mistake in lab 2: tries again later when the link is cut.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-the-link',
  mistake: 'tries again later when the link is cut',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    const endpoint = this.endpoints.get(packet.to);\n' +
        '    if (this.isCut(packet)) {\n' +
        '      this.tell(\'cut\', packet);\n',
      replace:
        '    const endpoint = this.endpoints.get(packet.to);\n' +
        '    if (this.isCut(packet)) {\n' +
        '      this.options.schedule(10, () => this.deliver(packet));\n',
    },
  ],
  caughtBy: ['cut-when-4', 'log-5'],
  says: /S2 received "a" from S1|RaftNetwork told its log: sent S1 → S2 "a"/,
};
