/** Answers that do not say what they answer. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'leaves out the answer to one input of many',
  gains: 'a check that looks at the answer to another question',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  return JSON.stringify(JSON.parse(text).slice(1));`)}),
  says: /one list an input/,
  armed: {leaves: 'a mark'},
};
