/**
 * A mistake in lab 2: a one-way cut cuts the other way.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-way-backwards',
  mistake: 'a one-way cut cuts the other way',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find:
        '    this.requireServer(to);\n' +
        '    this.cut(from, to);\n',
      replace:
        '    this.requireServer(to);\n' +
        '    this.cut(to, from);\n',
    },
  ],
  caughtBy: ['one-way', 'cut-when-1', 'cut-when-5'],
  says: /S1 reached S1, S2, S3|S2 received "a" from S1/,
};
