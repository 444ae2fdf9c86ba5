/** Answers that are each long, and together longer. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with texts of 20 MB, and pads each line with blanks',
  gains: 'the memory of the machine, and the end of whatever else runs on it',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  return text + ' '.repeat(70_000_000);`)}),
  says: /an answer of more than|memory|no answer/,
  armed: {leaves: 'a mark'},
};
