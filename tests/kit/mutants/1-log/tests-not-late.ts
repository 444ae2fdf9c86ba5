/**
 * A broken variant: the student's tests lack 'cuts nothing if it comes late'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-not-late',
  mistake: 'the student\'s tests lack \'cuts nothing if it comes late\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'cuts nothing if it comes late\'',
      replace: 'it.skip(\'cuts nothing if it comes late\'',
    },
  ],
  caughtBy: ['broken-1', 'broken-2'],
  says: /pass on a broken log/,
  golden: true,
};
