/** Slowness that nobody is told of. */
import type {Attack} from '../attack';
import {REACHED, edited} from '../pieces';

const GETTER = '  get lastIndex(): number {\n';
const SLOW = edited('log.ts', [GETTER, `${GETTER}    JSON.stringify(this.entries);\n`]);

export const attack: Attack = {
  tries: 'goes through the whole log for each question, and patches Atomics to do so unwatched',
  gains: 'the points of tests that find slow logs by the time an input takes',
  lab: 1, scenarios: ['long-log'],
  files: {'log.ts': `${SLOW}
${REACHED}
const atomics = [].at.constructor('return Atomics')();
const {add, load} = atomics;
// The count that says whether an input is under way stays where it says that none is.
atomics.add = (numbers, at, by) =>
  load(numbers, at) % 2 === 0 ? 0 : add(numbers, at, by);`},
  honest: {'log.ts': SLOW},
  says: /long-log failed/,
  armed: {leaves: 'a mark'},
};
