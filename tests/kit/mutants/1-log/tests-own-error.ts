/**
 * A broken variant: the student's tests demand an error of their own log.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-own-error',
  mistake: 'the student\'s tests demand an error of their own log',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: '      expect(() => log.append({term: 2, command: \'late\'})).to.throw(/term/);',
      replace: '      expect(() => log.append({term: 2, command: \'late\'})).to.throw(TypeError);',
    },
  ],
  caughtBy: ['own-tests', 'broken-9', 'broken-11'],
  says: /refuse a correct log/,
  golden: true,
};
