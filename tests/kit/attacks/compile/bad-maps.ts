/** A source map that is none. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'ends in source maps that are broken, and has a syntax error',
  gains: 'a slip of whoever reads the map to find the line',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
export const broken = await 1;
//# sourceMappingURL=data:application/json;base64,bm90IGpzb24=
`},
  honest: {},
  says: /cannot load|nothing in it can run|log\.ts/,
  armed: BEFORE_IT_RUNS,
};
