/** The plainest loop. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'loops and never returns',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: 'for (;;);'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
