/**
 * A mistake in lab 2: servers in no group make a group of their own.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'the-rest-is-a-group',
  mistake: 'servers in no group make a group of their own',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      groups.find(group => group.includes(server)) ?? server;\n',
      replace: '      groups.find(group => group.includes(server)) ?? \'the rest\';\n',
    },
  ],
  caughtBy: ['partition-3', 'partition-5'],
  says: /a link that is cut carries nothing, and every/,
};
