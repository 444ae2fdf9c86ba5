/** Waits until every follower has answered. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'needs-all',
  mistake: 'Waits until every follower has answered.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (2 * (followers + 1) <= this.server.servers.length) return;\n',
      replace: '    if (followers + 1 < this.server.servers.length) return;\n',
    },
  ],
  caughtBy: ['read-majority'],
  says: /No permission for 1 of 1 reads/,
};
