/**
 * A broken variant: the student's tests lack 'refuses a term that falls'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-fall',
  mistake: 'the student\'s tests lack \'refuses a term that falls\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'refuses a term that falls\'',
      replace: 'it.skip(\'refuses a term that falls\'',
    },
  ],
  caughtBy: ['broken-12'],
  says: /pass on a broken log/,
};
