/** A loop between two inputs, where no input is to blame. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'loops in a real timer, when no input is being handled',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: `${REACHED}
[].at.constructor('return setImmediate')()(() => { for (;;); });`}),
  says: /no answer|ended/,
  armed: {leaves: 'a mark'},
};
