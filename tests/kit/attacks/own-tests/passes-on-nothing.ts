/** A file of tests without a test. */
import type {Attack} from '../attack';
import {ON_TESTS, HONEST_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'describes much and tests nothing',
  gains: 'the points of tests that find mistakes, for tests that look for none',
  ...ON_TESTS,
  files: {
    'tests/log.test.ts': 'describe(\'RaftLog\', () => describe(\'append\', () => undefined));\n',
  },
  honest: HONEST_TESTS,
  says: /not written|pass on/,
  armed: {because: 'it does nothing at all'},
};
