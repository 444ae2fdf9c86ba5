/** A loop between two inputs, where no input is to blame. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'loops in a real timer, when no input is being handled',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: `${REACHED}
[].at.constructor('return setImmediate')()(() => { for (;;); });`}),
  says: /no answer|ended/,
  armed: {leaves: 'a mark'},
  staysSilent: true,
};
