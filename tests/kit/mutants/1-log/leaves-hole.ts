/**
 * A broken variant: takes entries behind a gap, which stays empty.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-leaves-hole',
  mistake: 'takes entries behind a gap, which stays empty',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    const before = this.termAt(prevLogIndex);\n' +
        '    if (before !== undefined && before !== prevLogTerm) {',
    },
  ],
  caughtBy: ['check-6', 'check-7', 'check-8'],
  says: /would leave a hole/,
};
