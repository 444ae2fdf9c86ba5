/** Brackets as deep as a stack. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'nests brackets twenty thousand deep',
  gains: 'a compiler that ends without a word, and a slip of the grader',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
export const deep = ${'('.repeat(20_000)}1${')'.repeat(20_000)};
`},
  honest: {},
  says: /cannot load|nothing in it can run|compiler/,
  armed: BEFORE_IT_RUNS,
};
