/**
 * A mistake in lab 2: a partition cuts the links from one group to the other only.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'partition-cuts-one-way',
  mistake: 'a partition cuts the links from one group to the other only',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '        if (groupOf(from) !== groupOf(to)) this.cut(from, to);\n',
      replace: '        if (from < to && groupOf(from) !== groupOf(to)) this.cut(from, to);\n',
    },
  ],
  caughtBy: ['partition-1', 'partition-2'],
  says: /a link that is cut carries nothing, and every/,
};
