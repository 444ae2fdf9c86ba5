/** A loop in the kit's own look at an answer. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'returns an object whose getter loops when the kit looks at it',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '{get term() { for (;;); }}'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
