/** A file of tests without a test. */
import type {Attack} from '../attack';
import {ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'describes much and tests nothing',
  ...ON_TESTS,
  files: {
    'tests/log.test.ts': 'describe(\'RaftLog\', () => describe(\'append\', () => undefined));\n',
  },
  says: /not written|pass on/,
  armed: {because: 'it does nothing at all'},
};
