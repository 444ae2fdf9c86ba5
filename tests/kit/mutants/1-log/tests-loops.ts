/**
 * A broken variant: a student's test does not end.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-loops',
  mistake: 'a student\'s test does not end',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: '      const log = logOf(1, 1);\n' +
        '      for (let times = 0; times < 2; times++)',
      replace: '      const log = logOf(1, 1);\n' +
        '      for (let times = 0; times < 2; times += 0)',
    },
  ],
  caughtBy: ['own-tests'],
  says: /does not end/,
};
