/**
 * A mistake in lab 2: cuts off servers that do not exist.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cuts-off-strangers',
  mistake: 'cuts off servers that do not exist',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(server);\n' +
        '    for (const other',
      replace: '    for (const other',
    },
  ],
  caughtBy: ['refused-3'],
  says: /The call cutOff\("S9"\) was accepted/,
};
