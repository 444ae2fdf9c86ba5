/**
 * A broken variant: looks whether there is an entry at prevLogIndex, and not at its term.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R1-no-prev-term',
  mistake: 'looks whether there is an entry at prevLogIndex, and not at its term',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    if (prevLogIndex > this.lastIndex) {',
    },
  ],
  caughtBy: ['histories', 'check-10', 'check-11'],
  says: /accepted an AppendEntries .* of another term/,
};
