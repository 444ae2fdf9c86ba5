/**
 * A broken variant: a request without entries cuts what follows prevLogIndex.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R4-heartbeat-cuts',
  mistake: 'a request without entries cuts what follows prevLogIndex',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (added.length === 0) return true;\n',
      replace: '    if (entries.length === 0) this.entries.length = position;\n' +
        '    if (added.length === 0) return true;\n',
    },
  ],
  caughtBy: ['late-4', 'late-5', 'histories'],
  says: /lost entr.*entries=\[\] — only a conflict cuts/,
};
