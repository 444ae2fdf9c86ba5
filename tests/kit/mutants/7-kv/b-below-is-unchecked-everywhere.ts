/** Compares no term at prevLogIndex once there is a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-below-is-unchecked-everywhere',
  mistake: 'Compares no term at prevLogIndex once there is a snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) ' +
        '!== prevLogTerm) {',
      replace: '    const isChecked = this.lastIncludedIndex === 0 || prevLogIndex > ' +
        'this.lastIndex;\n' +
        '    if (isChecked && this.termAt(prevLogIndex) !== prevLogTerm) {',
    },
  ],
  caughtBy: ['behind-10'],
  says: /accepted appendEntries\(6, 4|Log Matching is broken/,
};
