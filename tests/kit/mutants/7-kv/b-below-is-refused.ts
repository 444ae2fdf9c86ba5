/** Refuses an AppendEntries whose prevLogIndex lies in the snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-below-is-refused',
  mistake: 'Refuses an AppendEntries whose prevLogIndex lies in the snapshot.',
  lab: 7,
  file: 'log.ts',
  edits: [
    {
      find: '    if (prevLogIndex >= this.lastIncludedIndex && this.termAt(prevLogIndex) ' +
        '!== prevLogTerm) {',
      replace: '    if (this.termAt(prevLogIndex) !== prevLogTerm) {',
    },
  ],
  caughtBy: ['behind-5', 'behind-6'],
  says: /refused appendEntries\(.* — it must accept it/,
};
