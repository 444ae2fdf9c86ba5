/**
 * A broken variant: the student's tests import what is not theirs to use.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-imports',
  mistake: 'the student\'s tests import what is not theirs to use',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'import {expect} from \'chai\';',
      replace: 'import {expect} from \'chai\';\n' +
        'import \'sinon\';',
    },
  ],
  caughtBy: ['own-tests'],
  says: /imports 'sinon'/,
};
