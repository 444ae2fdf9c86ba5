/**
 * A mistake in lab 2: a one-way cut cuts both ways.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-way-cuts-both',
  mistake: 'a one-way cut cuts both ways',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(to);\n' +
        '    this.cut(from, to);\n',
      replace:
        '    this.requireServer(to);\n' +
        '    this.cut(from, to);\n' +
        '    this.cut(to, from);\n',
    },
  ],
  caughtBy: ['one-way'],
  says: /S2 reached S2, S3/,
};
