/** Counts itself twice when it counts who follows it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-itself-twice',
  mistake: 'Counts itself twice when it counts who follows it.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (2 * (followers + 1) <= this.server.servers.length) return;\n',
      replace: '    if (2 * (followers + 2) <= this.server.servers.length) return;\n',
    },
  ],
  caughtBy: ['read-majority', 'read-cut-off'],
  says: /Linearizability is broken|only S\d had answered/,
};
