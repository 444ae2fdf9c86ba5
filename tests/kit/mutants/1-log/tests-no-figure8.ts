/**
 * A broken variant: the student's tests lack 'replaces an entry by one of an earlier term
 * (Figure 8)'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-figure8',
  mistake: 'the student\'s tests lack \'replaces an entry by one of an earlier term (Figure ' +
    '8)\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'replaces an entry by one of an earlier term (Figure 8)\'',
      replace: 'it.skip(\'replaces an entry by one of an earlier term (Figure 8)\'',
    },
  ],
  caughtBy: ['broken-10'],
  says: /pass on a broken log/,
};
