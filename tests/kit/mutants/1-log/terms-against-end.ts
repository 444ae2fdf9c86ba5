/**
 * A broken variant: compares the terms of new entries with the end of the log, and not with
 * prevLogTerm.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-terms-against-end',
  mistake: 'compares the terms of new entries with the end of the log, and not with ' +
    'prevLogTerm',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'checkEntries(entries, prevLogTerm)',
      replace: 'checkEntries(entries, this.lastTerm)',
    },
  ],
  caughtBy: ['check-11', 'conflict-3', 'conflict-5'],
  says: /threw RangeError in AppendEntries/,
  golden: true,
};
