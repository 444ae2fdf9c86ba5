/**
 * A mistake in lab 2: does not tell the log of messages cut on their way.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-cuts-on-the-way',
  mistake: 'does not tell the log of messages cut on their way',
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
        '      return;\n',
    },
  ],
  caughtBy: ['log-5'],
  says: /RaftNetwork told its log: sent S1 → S2 "a"/,
};
