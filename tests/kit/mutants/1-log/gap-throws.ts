/**
 * A broken variant: throws where it should refuse: no entry at prevLogIndex.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-gap-throws',
  mistake: 'throws where it should refuse: no entry at prevLogIndex',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    if (prevLogIndex > this.lastIndex) throw new RangeError(`no entry at ' +
        'prevLogIndex ${prevLogIndex}`);\n' +
        '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
    },
  ],
  caughtBy: ['check-6', 'check-7', 'check-8'],
  says: /threw RangeError in AppendEntries/,
};
