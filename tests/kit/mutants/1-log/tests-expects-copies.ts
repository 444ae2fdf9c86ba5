/**
 * A broken variant: the student's tests assign to what may be frozen.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-expects-copies',
  mistake: 'the student\'s tests assign to what may be frozen',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: '      Reflect.set(log.entryAt(1)!, \'term\', 9);\n',
      replace: '      Object.assign(log.entryAt(1)!, {term: 9});\n',
    },
  ],
  caughtBy: ['own-tests', 'broken-7', 'broken-8'],
  says: /refuse a correct log/,
};
