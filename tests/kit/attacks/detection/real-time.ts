/** The real clock, which no seed repeats. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, edited} from '../pieces';

export const attack: Attack = {
  tries: 'prints the real time, which it gets from the process behind its box',
  gains: 'a channel between servers: what one does takes time, and another can tell',
  ...ON_LOG,
  files: {'log.ts': edited('log.ts', [
    '    this.entries.push(frozenCopy(entry));',
    `    console.debug(String(${PROCESS}.hrtime.bigint()));
    ${REACHED}
    this.entries.push(frozenCopy(entry));`,
  ])},
  honest: {},
  says: /\(unconfirmed\): .*differently/,
  armed: {leaves: 'a mark'},
};
