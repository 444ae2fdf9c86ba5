/**
 * A broken variant: refuses a request without entries.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-refuses-empty',
  mistake: 'refuses a request without entries',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    if (entries.length === 0) return false;\n' +
        '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
    },
  ],
  caughtBy: ['check-2', 'check-4', 'figure6-2'],
  says: /refused an AppendEntries/,
};
