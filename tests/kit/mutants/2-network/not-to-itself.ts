/**
 * A mistake in lab 2: does not let a server send to itself.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'not-to-itself',
  mistake: 'does not let a server send to itself',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    if (!this.isCurrent(sender)) return;\n',
      replace: '    if (!this.isCurrent(sender) || to === sender.server) return;\n',
    },
  ],
  caughtBy: ['fully-connected'],
  says: /S1 reached S2, S3, S4, S5/,
};
