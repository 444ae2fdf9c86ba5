/** A user who may do more. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, builtin, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'asks for the rights of root, by a system call and by namespaces of its own',
  gains: 'all that was taken from it',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const real = ${PROCESS};
    for (const id of [0, 1000]) { try { real.setgroups([0]); } catch {} }
    real.setuid(0);
    if (real.getuid() !== 0) throw new Error('still nobody');
    const {status, error} = ${builtin('child_process')}.spawnSync('unshare', ['-r', 'true']);
    if (status !== 0) throw error ?? new Error('no namespaces');
    return 'root';
  })()`)),
  says: /denied:/,
  armed: {tells: /taken: root/},
};
