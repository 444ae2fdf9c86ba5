/** Comments that make a compiler read. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'names files of the grader in reference comments and imports of types',
  gains: 'literals of files of the grader, in the text of a type error',
  ...ON_LOG,
  files: {'log.ts': `/// <reference path="@others@/log.ts" />
/// <reference path="@root@/reference/log.ts" />
/// <reference types="@root@/tests/1-log/log-model" />
${readReference('log.ts')}
const stolen: import('@root@/reference/log').RaftLog = 0;
const other: typeof import('@others@/log').key = 0;
const all: typeof import('@root@/tests/1-log/log-model') = 0;
`},
  honest: {},
  says: /append passed[^]*type error: .*(Cannot find module|not found)/,
  armed: BEFORE_IT_RUNS,
};
