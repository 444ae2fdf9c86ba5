/** A loop where a thrown value is made into text. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'throws an error whose message is read by a loop',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, append: `
    throw Object.defineProperty(new Error(), 'message', {get() { for (;;); }});`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
  staysSilent: true,
};
