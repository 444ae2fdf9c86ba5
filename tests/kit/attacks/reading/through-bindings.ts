/** The way to files that needs no module. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads the reference through process.binding',
  gains: 'the solution, where only the modules are shut',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const files = ${PROCESS}.binding('fs');
    const found = files.internalModuleReadJSON('@root@/reference/log.ts');
    if (!found[0]) throw new Error('nothing there');
    return found[0];
  })()`)),
  says: /denied:/,
  armed: {because: 'what bindings give differs from one Node.js to the next'},
};
