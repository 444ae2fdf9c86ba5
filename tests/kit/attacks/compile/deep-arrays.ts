/** The same where no stack is used to read it. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'nests arrays and types a hundred thousand deep',
  gains: 'a compiler or a scan that ends without a word',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
export const deep = ${'['.repeat(100_000)}${']'.repeat(100_000)};
`},
  honest: {},
  says: /cannot load|nothing in it can run|compiler/,
  armed: BEFORE_IT_RUNS,
};
