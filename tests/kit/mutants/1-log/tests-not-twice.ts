/**
 * A broken variant: the student's tests have no request that comes twice or late.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-not-twice',
  mistake: 'the student\'s tests have no request that comes twice or late',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'comes to the same if it comes twice\'',
      replace: 'it.skip(\'comes to the same if it comes twice\'',
    },
    {
      find: 'it(\'cuts nothing if it comes late\'',
      replace: 'it.skip(\'cuts nothing if it comes late\'',
    },
  ],
  caughtBy: ['broken-7', 'broken-1', 'broken-2'],
  says: /pass on a broken log/,
};
