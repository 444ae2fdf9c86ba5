/**
 * A mistake in lab 2: heal() switches the faults off, too.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heal-calms-everything',
  mistake: 'heal() switches the faults off, too',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.cutFrom.clear();\n',
      replace:
        '    this.cutFrom.clear();\n' +
        '    this.lossProbability = 0;\n' +
        '    this.duplicationProbability = 0;\n' +
        '    this.delay = {delayMsMin: 0, delayMsMax: 0};\n',
    },
  ],
  caughtBy: ['heal-keeps-faults'],
  says: /S2 received "twice" from S1/,
};
