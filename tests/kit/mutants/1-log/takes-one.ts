/**
 * A broken variant: takes the first new entry only.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-takes-one',
  mistake: 'takes the first new entry only',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'entries.slice(offset).map(frozenCopy)',
      replace: 'entries.slice(offset, offset + 1).map(frozenCopy)',
    },
  ],
  caughtBy: ['check-5', 'conflict-4', 'figure6-1'],
  says: /took \d of \d entries/,
};
