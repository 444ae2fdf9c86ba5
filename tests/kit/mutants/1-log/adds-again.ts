/**
 * A broken variant: adds all entries at the end without a look at what is there.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-adds-again',
  mistake: 'adds all entries at the end without a look at what is there',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    while (offset < entries.length && this.entries[position]?.term === ' +
        'entries[offset]?.term) {',
      replace: '    while (offset < 0) {',
    },
    {
      find: '    this.entries.length = position;\n',
      replace: '',
    },
  ],
  caughtBy: ['conflict-7', 'late-1', 'figure7-3'],
  says: /added entries twice|against the leader/,
};
