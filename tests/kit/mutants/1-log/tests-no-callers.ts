/**
 * A broken variant: the student's tests lack 'stay what they were when the caller changes an
 * object'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-callers',
  mistake: 'the student\'s tests lack \'stay what they were when the caller changes an object\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'stay what they were when the caller changes an object\'',
      replace: 'it.skip(\'stay what they were when the caller changes an object\'',
    },
  ],
  caughtBy: ['broken-8'],
  says: /pass on a broken log/,
};
