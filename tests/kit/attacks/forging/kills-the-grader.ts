/** The process above, and those beside it. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'kills the process that started it, and every other one it may',
  gains: 'the end of the whole class\'s run; its own failures are never written down',
  ...ON_LOG,
  ...hiddenInLog({top: `const {ppid, kill} = ${PROCESS};
try { if (kill.call(${PROCESS}, ppid, 'SIGKILL')) ${REACHED} } catch {}
try { kill.call(${PROCESS}, -1, 'SIGKILL'); } catch {}`}),
  says: /lastIndex is 0|returned 0|answered|ended \(/,
  armed: {leaves: 'a mark', blunt: {find: '\'SIGKILL\'', replace: '0'}},
};
