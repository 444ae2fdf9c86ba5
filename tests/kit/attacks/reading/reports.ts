/** What Node.js writes when it is asked how it is. */
import type {Attack} from '../attack';
import {PROCESS, FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'has Node.js write a report and a heap snapshot outside of its own folder',
  gains: 'files of its own choice, where only fs is watched',
  ...ON_LOG,
  ...besideTheLog(telling(`(() => {
    ${PROCESS}.report.writeReport('@outside@/report.json');
    return ${FS}.readFileSync('@outside@/report.json');
  })()`)),
  says: /denied:/,
  armed: {tells: /taken:/},
};
