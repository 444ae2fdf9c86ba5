/** A link is a way to a file that cannot be named. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'makes a link to the reference and reads through it',
  gains: 'the solution, where only names are checked',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const real = ${FS};
    real.symlinkSync('@root@/reference/log.ts', '/tmp/@token@');
    try { return real.readFileSync('/tmp/@token@'); } finally { real.unlinkSync('/tmp/@token@'); }
  })()`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
