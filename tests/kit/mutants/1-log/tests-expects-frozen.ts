/**
 * A broken variant: the student's tests demand that a change throws.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-expects-frozen',
  mistake: 'the student\'s tests demand that a change throws',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: '      Reflect.set(log.entryAt(1)!, \'term\', 9);\n',
      replace: '      expect(() => Object.assign(log.entryAt(1)!, {term: 9})).to.throw();\n',
    },
  ],
  caughtBy: ['own-tests', 'broken-3', 'broken-6'],
  says: /refuse a correct log/,
};
