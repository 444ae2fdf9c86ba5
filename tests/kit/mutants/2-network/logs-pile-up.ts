/**
 * A mistake in lab 2: tells all debug logs that were ever set.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'logs-pile-up',
  mistake: 'tells all debug logs that were ever set',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    this.write = write;\n',
      replace:
        '    const before = this.write;\n' +
        '    this.write = write && (event => {\n' +
        '      before?.(event);\n' +
        '      write(event);\n' +
        '    });\n',
    },
  ],
  caughtBy: ['log-replaced'],
  says: /RaftNetwork told its log: delivered S1 → S2/,
};
