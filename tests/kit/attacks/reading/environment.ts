/** What a process is told by its environment and its arguments. */
import type {Attack} from '../attack';
import {PROCESS, REACHED, ON_LOG, telling, besideTheLog} from '../pieces';

export const attack: Attack = {
  tries: 'looks for the grader\'s secrets in its environment and its arguments',
  gains: 'tokens of whoever grades',
  ...ON_LOG,
  ...besideTheLog(`${REACHED}
${telling(`(() => {
    const {env, argv, execArgv} = ${PROCESS};
    const all = JSON.stringify([env, argv, execArgv]);
    if (!/the-secret|TOKEN|KEY|SUDO|HOME/.test(all)) throw new Error('nothing in ' + all.length);
    return all;
  })()`)}`),
  says: /denied:/,
  armed: {leaves: 'a mark'},
};
