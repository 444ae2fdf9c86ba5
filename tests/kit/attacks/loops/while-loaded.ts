/** A loop before there is anything to call. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'loops while it is loaded',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: `${REACHED}\nfor (;;);`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
