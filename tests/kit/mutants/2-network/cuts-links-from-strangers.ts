/**
 * A mistake in lab 2: cuts links from servers that do not exist.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cuts-links-from-strangers',
  mistake: 'cuts links from servers that do not exist',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(from);\n' +
        '    this.requireServer(to);\n',
      replace: '    this.requireServer(to);\n',
    },
  ],
  caughtBy: ['refused-5'],
  says: /The call cutOneWay\("S9", "S1"\) was accepted/,
};
