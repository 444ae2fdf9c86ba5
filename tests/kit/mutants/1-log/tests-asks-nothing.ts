/**
 * A broken variant: the student's tests ask for nothing.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-T-asks-nothing',
  mistake: 'the student\'s tests ask for nothing',
  lab: 1,
  file: 'tests/log.test.ts',
  edits: [
    {
      find: 'import {expect} from \'chai\';',
      replace: 'const nothing: never = new Proxy(() => nothing, {get: () => nothing}) as never;\n' +
        'const expect = (_: unknown): never => nothing;',
    },
  ],
  caughtBy: ['own-tests'],
  says: /accept everything/,
};
