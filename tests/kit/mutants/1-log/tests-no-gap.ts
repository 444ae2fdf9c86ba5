/**
 * A broken variant: the student's tests have no request behind a gap.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-gap',
  mistake: 'the student\'s tests have no request behind a gap',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'refuses entries behind a gap\'',
      replace: 'it.skip(\'refuses entries behind a gap\'',
    },
    {
      find: 'it(\'refuses entries, and heartbeats, behind an entry of another term\'',
      replace: 'it.skip(\'refuses entries, and heartbeats, behind an entry of another term\'',
    },
  ],
  caughtBy: ['broken-6', 'broken-4', 'broken-5'],
  says: /pass on a broken log/,
};
