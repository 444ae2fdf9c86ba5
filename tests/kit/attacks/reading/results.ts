/** Grades, as they are written. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads the results of another student',
  gains: 'grades that are none of its business',
  ...ON_LOG,
  ...besideTheLog(telling(`${FS}.readFileSync('@out@/ada.json')`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
