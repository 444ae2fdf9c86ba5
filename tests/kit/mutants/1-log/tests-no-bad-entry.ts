/**
 * A broken variant: the student's tests lack 'does nothing of a request with a bad entry'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-bad-entry',
  mistake: 'the student\'s tests lack \'does nothing of a request with a bad entry\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'does nothing of a request with a bad entry\'',
      replace: 'it.skip(\'does nothing of a request with a bad entry\'',
    },
  ],
  caughtBy: ['broken-11'],
  says: /pass on a broken log/,
};
