/**
 * A mistake in lab 2: checks the groups of a partition while it cuts.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cuts-then-checks',
  mistake: 'checks the groups of a partition while it cuts',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    for (const server of groups.flat()) this.requireServer(server);\n',
      replace: '',
    },
    {
      find:
        '        if (groupOf(from) !== groupOf(to)) this.cut(from, to);\n' +
        '      }\n' +
        '    }\n',
      replace:
        '        if (groupOf(from) !== groupOf(to)) this.cut(from, to);\n' +
        '      }\n' +
        '    }\n' +
        '    for (const server of groups.flat()) this.requireServer(server);\n',
    },
  ],
  caughtBy: ['refused-6'],
  says: /S1 reached S1/,
};
