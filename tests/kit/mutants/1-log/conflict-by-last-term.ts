/**
 * A broken variant: takes a conflict for one only if the last entry of the log is in conflict.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-conflict-by-last-term',
  mistake: 'takes a conflict for one only if the last entry of the log is in conflict',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (added.length === 0) return true;\n',
      replace: '    if (added.length === 0) return true;\n' +
        '    if (this.lastTerm === added[0]!.term) return true;\n',
    },
  ],
  caughtBy: ['check-3', 'late-6', 'figure6-1'],
  says: /took no entry of/,
};
