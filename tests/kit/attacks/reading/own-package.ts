/** The files it runs on, while it runs. */
import type {Attack} from '../attack';
import {PROCESS, FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'changes the kit\'s files and its own, where they lie',
  gains: 'other code at the next start than the code that was checked',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const real = ${FS};
    const program = ${PROCESS}.argv[1];
    real.writeFileSync(program + '.@token@', 'x');
    real.unlinkSync(program + '.@token@');
    return program;
  })()`)),
  says: /denied:/,
  armed: {
    tells: /taken:/,
    blunt: {find: `${PROCESS}.argv[1]`, replace: '\'@outside@/x\''},
  },
};
