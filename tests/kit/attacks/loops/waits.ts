/** A wait that costs no CPU time, so that a limit on that never comes. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'waits for a shared number that nobody changes',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: `${REACHED}
const get = name => [].at.constructor('return ' + name)();
const numbers = new Int32Array(new (get('SharedArrayBuffer'))(4));
get('Atomics').wait(numbers, 0, 0);`}),
  says: /no answer|ended/,
  armed: {leaves: 'a mark'},
  staysSilent: true,
};
