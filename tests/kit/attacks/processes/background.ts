/** A process that outlives the one that started it. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'starts a detached process of its own and lets go of it',
  gains: 'time after the verdict: to change results, to watch the next student',
  ...ON_LOG,
  ...hiddenInLog({top: `${builtin('child_process')}.spawn(${PROCESS}.execPath,
  ['-e', 'setInterval(() => 0, 1000)', '@token@'], {detached: true, stdio: 'ignore'})
  .on('error', () => undefined).unref();`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a process'},
};
