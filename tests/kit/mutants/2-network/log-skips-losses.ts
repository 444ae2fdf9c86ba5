/**
 * A mistake in lab 2: does not tell the log of losses.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'log-skips-losses',
  mistake: 'does not tell the log of losses',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '      this.tell(\'lost\', packet);\n' +
        '    } else {',
      replace:
        '      return;\n' +
        '    } else {',
    },
  ],
  caughtBy: ['log-3'],
  says: /RaftNetwork told its log: sent S1 → S2 "a"/,
};
