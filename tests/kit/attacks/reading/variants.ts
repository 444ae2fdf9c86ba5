/** The broken logs that students' tests are tried on. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'lists the correct and the broken logs',
  gains: 'tests that know their logs by name',
  ...ON_LOG,
  ...besideTheLog(telling(`${FS}.readdirSync('@root@/tests/kit/mutants/1-log')`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
