/** A child that talks on the channel of answers. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'leaves a child that writes answers of its own to the channel again and again',
  gains: 'answers that come at the right moment by chance, from code that no box holds',
  ...ON_LOG,
  ...hiddenInLog({top: `${builtin('child_process')}.spawn(${PROCESS}.execPath,
  ['-e', 'setInterval(() => process.stdout.write("[[]]\\\\n"), 5)', '@token@'],
  {detached: true, stdio: ['ignore', 'inherit', 'ignore']})
  .on('error', () => undefined).unref();`}),
  says: /lastIndex is 0|returned 0|answered|no answer/,
  armed: {leaves: 'a process'},
};
