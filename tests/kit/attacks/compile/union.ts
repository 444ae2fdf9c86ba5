/** A type that is as large as the world. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'states a type with more members than atoms',
  gains: 'a type checker that never ends',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Many = \`${'${Digit}'.repeat(8)}\`;
type Deep<N extends unknown[]> = N['length'] extends 9999 ? N : Deep<[...N, ...N, 1]>;
export const many: Many | Deep<[]> = '0';
`},
  honest: {},
  says: /append passed[^]*type error: (skeleton\/log.ts:\d+ TS2590|the type checker)/,
  armed: BEFORE_IT_RUNS,
};
