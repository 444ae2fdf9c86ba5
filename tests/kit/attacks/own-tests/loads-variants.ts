/** Tests that import what they are tried on. */
import type {Attack} from '../attack';
import {testsThat, ON_TESTS} from '../pieces';

export const attack: Attack = {
  tries: 'imports the broken logs, to compare',
  ...ON_TESTS,
  files: {'tests/log.test.ts': testsThat('return String(RaftLog) === String(Broken);',
    'import {RaftLog as Broken} from \'../../tests/1-log/variants/broken/closes-gaps\';')},
  says: /imports|may import/,
  armed: {because: 'a box refuses the import on every host'},
};
