/**
 * A broken variant: append takes an entry of an earlier term.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-append-terms-fall',
  mistake: 'append takes an entry of an earlier term',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'checkEntry(entry, \'entry\', this.lastTerm)',
      replace: 'checkEntry(entry, \'entry\', 0)',
    },
  ],
  caughtBy: ['terms-rise'],
  says: /took a bad argument .* term/,
};
