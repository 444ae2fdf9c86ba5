/** The exit code, set again by whoever leaves last. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'sets the exit code in an exit handler, and makes exit() do nothing',
  gains: 'every point, if the exit code is the verdict',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const real = ${PROCESS};
real.on('exit', () => { real.exitCode = 0; });
real.reallyExit = () => undefined;`}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
