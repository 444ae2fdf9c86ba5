/**
 * A mistake in lab 2: keeps the cut links in a variable of the module.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cuts-of-the-module',
  mistake: 'keeps the cut links in a variable of the module',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '  private readonly cutFrom = new Map<ServerId, Set<ServerId>>();\n',
      replace: '  private readonly cutFrom = cutFromAll;\n',
    },
    {
      find: '/** The links between all servers,',
      replace:
        'const cutFromAll = new Map<ServerId, Set<ServerId>>();\n' +
        '\n' +
        '/** The links between all servers,',
    },
  ],
  caughtBy: ['two-networks'],
  says: /S1 reached S1/,
};
