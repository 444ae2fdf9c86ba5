/** A child that keeps the channel of answers open when its parent is gone. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'leaves a child that holds the channel of answers open, and ends itself',
  gains: 'a grader that waits for the end of that channel, for ever',
  ...ON_LOG,
  ...hiddenInLog({top: `${builtin('child_process')}.spawn(${PROCESS}.execPath,
  ['-e', 'setInterval(() => 0, 1000)', '@token@'], {detached: true, stdio: 'inherit'})
  .on('error', () => undefined).unref();`, append: `${PROCESS}.exit(0);`}),
  says: /ended \(code 0\)/,
  armed: {leaves: 'a process'},
};
