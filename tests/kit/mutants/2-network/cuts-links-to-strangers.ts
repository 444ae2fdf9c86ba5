/**
 * A mistake in lab 2: cuts links to servers that do not exist.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cuts-links-to-strangers',
  mistake: 'cuts links to servers that do not exist',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(from);\n' +
        '    this.requireServer(to);\n',
      replace: '    this.requireServer(from);\n',
    },
  ],
  caughtBy: ['refused-4'],
  says: /The call cutOneWay\("S1", "S9"\) was accepted/,
};
