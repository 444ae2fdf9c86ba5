/**
 * A mistake in lab 2: takes a partition of one group for servers to cut off from each other.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'partition-of-one-group',
  mistake: 'takes a partition of one group for servers to cut off from each other',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '        if (groupOf(from) !== groupOf(to)) this.cut(from, to);\n',
      replace:
        '        const isOneGroup = groups.length === 1 && from !== to;\n' +
        '        if (isOneGroup || groupOf(from) !== groupOf(to)) this.cut(from, to);\n',
    },
  ],
  caughtBy: ['partition-4', 'partition-3'],
  says: /a link that is cut carries nothing, and every/,
};
