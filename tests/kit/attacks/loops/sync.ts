/** The plainest loop. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'loops and never returns',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, append: 'for (;;);'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
