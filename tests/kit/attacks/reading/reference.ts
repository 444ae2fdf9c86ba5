/** The solution, where it lies in the kit. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads the reference with the real fs, reached through a constructor',
  gains: 'the solution, in the reason of the verdict',
  ...ON_LOG,
  ...besideTheLog(telling(`${FS}.readFileSync('@root@/reference/log.ts')`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
