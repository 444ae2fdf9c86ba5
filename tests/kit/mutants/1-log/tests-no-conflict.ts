/**
 * A broken variant: the student's tests have no conflict.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-conflict',
  mistake: 'the student\'s tests have no conflict',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'cuts from a conflict on\'',
      replace: 'it.skip(\'cuts from a conflict on\'',
    },
    {
      find: 'it(\'replaces an entry by one of an earlier term (Figure 8)\'',
      replace: 'it.skip(\'replaces an entry by one of an earlier term (Figure 8)\'',
    },
  ],
  caughtBy: ['broken-3', 'broken-10'],
  says: /pass on a broken log/,
};
