/**
 * A mistake in lab 2: a partition takes earlier cuts back.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'partition-begins-afresh',
  mistake: 'a partition takes earlier cuts back',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    for (const server of groups.flat()) this.requireServer(server);\n',
      replace:
        '    for (const server of groups.flat()) this.requireServer(server);\n' +
        '    this.cutFrom.clear();\n',
    },
  ],
  caughtBy: ['cuts-add-up'],
  says: /S1 reached S1, S2, S3/,
};
