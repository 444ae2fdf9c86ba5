/** A loop before there is anything to call. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'loops while it is loaded',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}\nfor (;;);`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
