/** A type that never comes to an answer. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

export const attack: Attack = {
  tries: 'states types that grow as they are looked at',
  gains: 'a type checker that never ends, and takes all memory',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
type Grow<T, N extends unknown[] = []> = N['length'] extends 40 ? T
  : Grow<{a: T; b: T[]; c: (x: T) => T}, [...N, 1]>;
type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends (<X>() => X extends B ? 1 : 2) ? 1 : 2;
export const grown: Equal<Grow<1>, Grow<2>> = 1 as Equal<Grow<3>, Grow<Grow<4>>>;
`},
  honest: {},
  says: /append passed/,
  armed: BEFORE_IT_RUNS,
};
