/** A wait that costs no CPU time, so that a limit on that never comes. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'waits for a shared number that nobody changes',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
const get = name => [].at.constructor('return ' + name)();
const numbers = new Int32Array(new (get('SharedArrayBuffer'))(4));
get('Atomics').wait(numbers, 0, 0);`}),
  says: /no answer|ended/,
  armed: {leaves: 'a mark'},
};
