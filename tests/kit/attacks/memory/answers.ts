/** Answers that are each long, and together longer. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'answers with texts of 20 MB, and pads each line with blanks',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  return text + ' '.repeat(70_000_000);`)}),
  says: /an answer of more than|memory|no answer/,
  armed: {leaves: 'a mark'},
};
