/**
 * A broken variant: the student's tests lack 'stay what they were when a reader changes an
 * object'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-readers',
  mistake: 'the student\'s tests lack \'stay what they were when a reader changes an object\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'stay what they were when a reader changes an object\'',
      replace: 'it.skip(\'stay what they were when a reader changes an object\'',
    },
  ],
  caughtBy: ['broken-9'],
  says: /pass on a broken log/,
};
