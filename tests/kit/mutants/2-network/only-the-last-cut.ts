/**
 * A mistake in lab 2: keeps one cut for each server, the last.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-the-last-cut',
  mistake: 'keeps one cut for each server, the last',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    const unreached = this.cutFrom.get(from) ?? new Set();\n',
      replace: '    const unreached = new Set<ServerId>();\n',
    },
  ],
  caughtBy: ['partition-1', 'cut-off'],
  says: /a link that is cut carries nothing, and every/,
};
