/** As much code as may be handed in. */
import type {Attack} from '../attack';
import {ON_LOG, readReference, BEFORE_IT_RUNS} from '../pieces';

const HUGE = Array.from({length: 12_000}, (_, n) =>
  `export const f${n} = (x = [${n}]) => f${(n + 1) % 12_000};`).join('\n').slice(0, 500_000)
  .replace(/\n[^\n]*$/, '\n');

export const attack: Attack = {
  tries: 'hands in half a megabyte of code that calls itself',
  gains: 'minutes of compiling',
  ...ON_LOG,
  files: {'log.ts': `${readReference('log.ts')}
${HUGE}`},
  honest: {},
  says: /append passed|nothing in it can run/,
  armed: BEFORE_IT_RUNS,
};
