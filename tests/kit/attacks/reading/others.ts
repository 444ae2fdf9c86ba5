/** What others have handed in. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'reads another student\'s submission and the folders of those being graded',
  gains: 'somebody else\'s work',
  ...ON_LOG,
  ...besideTheLog(telling(`${FS}.readFileSync('@others@/log.ts') + ${FS}.readdirSync('@work@')`)),
  says: /denied:/,
  armed: {tells: /taken: \/\/ the-secret/},
};
