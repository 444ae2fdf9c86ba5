/**
 * A broken variant: takes entries behind a gap and puts them at the end.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-closes-gap',
  mistake: 'takes entries behind a gap and puts them at the end',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) !== ' +
        'prevLogTerm) {',
      replace: '    const before = this.termAt(prevLogIndex);\n' +
        '    if (before !== undefined && before !== prevLogTerm) {',
    },
    {
      find: '    this.entries.length = position;\n',
      replace: '    this.entries.length = Math.min(this.entries.length, position);\n',
    },
  ],
  caughtBy: ['figure7-1', 'figure7-2', 'figure7-5'],
  says: /would leave a hole/,
};
