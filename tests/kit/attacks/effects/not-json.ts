/** Answers that cannot be read. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with what is no JSON',
  gains: 'a slip of the grader, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  return text.slice(0, -1) + ',]';`)}),
  says: /no JSON/,
  armed: {leaves: 'a mark'},
};
