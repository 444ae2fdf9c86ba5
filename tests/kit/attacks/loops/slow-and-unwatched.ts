/** Slowness that nobody is told of, by another way. */
import type {Attack} from '../attack';
import {REACHED, builtin, edited} from '../pieces';

const GETTER = '  get lastIndex(): number {\n';
const SLOW = edited('log.ts', [GETTER, `${GETTER}    JSON.stringify(this.entries);\n`]);

export const attack: Attack = {
  tries: 'goes through the whole log for each question, and takes the watchdog out of the kit',
  gains: 'the points of tests that find slow logs by the time an input takes',
  lab: 1, scenarios: ['long-log'],
  files: {'log.ts': `${SLOW}
${REACHED}
for (const {exports: {Watchdog}} of Object.values(${builtin('module')}._cache)) {
  if (typeof Watchdog !== 'function') continue;
  const {leave} = Watchdog.prototype;
  // The input at hand ends as it should, and those after it are never told to begin.
  const open = [true];
  try {
    Watchdog.prototype.enter = () => {};
    Watchdog.prototype.leave = function () { return open.pop() && leave.call(this); };
  } catch {}
}`},
  honest: {'log.ts': SLOW},
  says: /long-log failed/,
  armed: {leaves: 'a mark'},
};
