/** Who am I, and where? */
import type {Attack} from '../attack';
import {ON_LOG, builtin, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'asks for the name of the machine, its user and its network',
  gains: 'a way to tell the grader from a student\'s own machine',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    const os = ${builtin('os')};
    if (os.hostname() === 'localhost') throw new Error('a machine like any other');
    return os.hostname() + os.userInfo().username + Object.keys(os.networkInterfaces());
  })()`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
