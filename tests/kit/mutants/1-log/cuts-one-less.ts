/**
 * A broken variant: keeps the entry in conflict.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-cuts-one-less',
  mistake: 'keeps the entry in conflict',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.length = position;\n',
      replace: '    this.entries.length = Math.min(this.entries.length, position + 1);\n',
    },
  ],
  caughtBy: ['conflict-6', 'figure7-5', 'figure7-6'],
  says: /against the leader's/,
};
