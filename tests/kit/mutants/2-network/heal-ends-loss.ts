/**
 * A mistake in lab 2: heal() sets the loss to 0.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heal-ends-loss',
  mistake: 'heal() sets the loss to 0',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.cutFrom.clear();\n',
      replace:
        '    this.cutFrom.clear();\n' +
        '    this.lossProbability = 0;\n',
    },
  ],
  caughtBy: ['heal-keeps-faults'],
  says: /S2 received "lost" from S1, "lost" from S1/,
};
