/**
 * A broken variant: answers true to every request without entries.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R2-heartbeat-unchecked',
  mistake: 'answers true to every request without entries',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    if (entries.length === 0) return true;\n' +
        '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
    },
  ],
  caughtBy: ['check-9', 'check-12', 'histories'],
  says: /accepted an AppendEntries/,
};
