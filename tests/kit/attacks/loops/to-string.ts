/** A loop where a thrown value is made into text. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'throws an error whose message is read by a loop',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    throw Object.defineProperty(new Error(), 'message', {get() { for (;;); }});`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
