/** Data that is imported, and carried along. */
import type {Attack} from '../attack';
import {ON_LOG, idleLog, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'imports results of others as JSON',
  gains: 'their contents, in the text of a type error or in the compiled code',
  ...ON_LOG,
  files: {'log.ts': `import ada from '@out@/ada.json';
${idleLog()}
export const taken: never = ada;
`},
  honest: {'log.ts': idleLog()},
  says: /imports '.*ada\.json'/,
  armed: BEFORE_IT_RUNS,
};
