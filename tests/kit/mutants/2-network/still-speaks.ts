/**
 * A mistake in lab 2: a server that is cut off still sends.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'still-speaks',
  mistake: 'a server that is cut off still sends',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '      this.cut(server, other);\n' +
        '      this.cut(other, server);\n',
      replace: '      this.cut(other, server);\n',
    },
  ],
  caughtBy: ['cut-off'],
  says: /S2 reached S1, S2, S3/,
};
