/** The tests, with all that they expect. */
import type {Attack} from '../attack';
import {ON_LOG, builtin, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'loads a test of the kit with the real require',
  gains: 'what is expected, so that it can be answered without work',
  ...ON_LOG,
  ...besideTheLog(telling(
    `${builtin('module')}.createRequire('@root@/x.js')('@root@/tests/1-log/log-model.ts')`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
