/** Another process's view of the files, through /proc. */
import type {Attack} from '../attack';
import {PROCESS, FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads the reference through /proc/1/root and the folder of the process above',
  gains: 'the solution, where only paths are shut',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    for (const id of [1, ${PROCESS}.ppid]) {
      try { return ${FS}.readFileSync('/proc/' + id + '/root@root@/reference/log.ts'); } catch {}
    }
    throw new Error('no way through /proc');
  })()`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
