/** A loop in the kit's own look at an answer. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'returns an object whose getter loops when the kit looks at it',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, appended: '{get term() { for (;;); }}'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
