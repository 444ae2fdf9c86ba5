/** Two answers to one call. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers each call twice, first wrong and then otherwise',
  gains: 'the better of two answers',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) for (const effect of [...list]) {
    if (effect.kind === 'result') list.push({...effect, value: '[{"value":1}]'});
  };
  return JSON.stringify(lists);`)}),
  says: /lastIndex is|returned|answered|twice|contract|what no box can send/,
  armed: {leaves: 'a mark'},
};
