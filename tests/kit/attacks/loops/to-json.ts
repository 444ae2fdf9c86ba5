/** A loop where text is made of an answer. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'returns an object whose toJSON loops',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, appended: '{toJSON() { for (;;); }}'}),
  says: /toJSON|does not end|no answer/,
  armed: {leaves: 'a mark'},
};
