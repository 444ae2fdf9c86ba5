/** A loop where text is made of an answer. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'returns an object whose toJSON loops',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '{toJSON() { for (;;); }}'}),
  says: /toJSON|does not end|no answer/,
  armed: {leaves: 'a mark'},
};
