/** A loop that nobody is told of. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'patches Atomics, with which the watchdog is told of inputs, and loops',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: `${REACHED}
const atomics = [].at.constructor('return Atomics')();
atomics.add = atomics.load = atomics.store = () => 0;`, append: 'for (;;);'}),
  says: /no answer|ended|does not end/,
  armed: {leaves: 'a mark'},
};
