/** A result that is JSON, and of no shape that anybody waits for. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers its calls with nothing at all',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) {
    for (const effect of list) {
      if (effect.kind === 'result') effect.value = 'null';
    }
  }
  return JSON.stringify(lists);`)}),
  says: /as no object can/,
  armed: {leaves: 'a mark'},
};
