/**
 * A broken variant: the student's tests lack 'refuses entries, and heartbeats, behind an entry
 * of another term'.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-no-check',
  mistake: 'the student\'s tests lack \'refuses entries, and heartbeats, behind an entry of ' +
    'another term\'',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'it(\'refuses entries, and heartbeats, behind an entry of another term\'',
      replace: 'it.skip(\'refuses entries, and heartbeats, behind an entry of another term\'',
    },
  ],
  caughtBy: ['broken-4', 'broken-5'],
  says: /pass on a broken log/,
};
