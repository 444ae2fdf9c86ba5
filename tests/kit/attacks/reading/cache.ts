/** Compiled code that the next process, and the grader itself, will load. */
import type {Attack} from '../attack';
import {FS, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'writes a file into the kit\'s cache of compiled code',
  gains: 'the grader: whatever is loaded from the cache runs as the grader',
  ...ON_LOG,
  ...besideTheLog(telling(
    `${FS}.writeFileSync('@root@/node_modules/.cache/flotilla/@token@.js', 'x') ?? 'it'`)),
  says: /denied:/,
  armed: {
    tells: /taken:/,
    blunt: {find: '@root@/node_modules/.cache/flotilla', replace: '@outside@'},
  },
};
