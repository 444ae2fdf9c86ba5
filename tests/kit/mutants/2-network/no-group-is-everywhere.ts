/**
 * A mistake in lab 2: a server in no group keeps all its links.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-group-is-everywhere',
  mistake: 'a server in no group keeps all its links',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '        if (groupOf(from) !== groupOf(to)) this.cut(from, to);\n',
      replace:
        '        const [one, other] = [groupOf(from), groupOf(to)];\n' +
        '        if (one !== other && one !== from && other !== to) this.cut(from, to);\n',
    },
  ],
  caughtBy: ['partition-3', 'partition-5'],
  says: /S1 reached S1, S2, S3, S4/,
};
