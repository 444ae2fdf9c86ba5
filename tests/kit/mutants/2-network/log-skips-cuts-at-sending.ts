/**
 * A mistake in lab 2: does not tell the log of messages sent into a cut link.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-cuts-at-sending',
  mistake: 'does not tell the log of messages sent into a cut link',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    if (this.isCut(packet)) {\n' +
        '      this.tell(\'cut\', packet);\n' +
        '    } else if (this.happens(this.lossProbability)) {',
      replace:
        '    if (this.isCut(packet)) {\n' +
        '      return;\n' +
        '    } else if (this.happens(this.lossProbability)) {',
    },
  ],
  caughtBy: ['log-4'],
  says: /RaftNetwork told its log: sent S1 → S2 "a"/,
};
