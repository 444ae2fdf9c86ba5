/** Effects by the million. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers one input with a million effects',
  gains: 'a grader that is busy for minutes with each of its answers',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) for (let n = 0; n < 1_000_000; n++) list.push({kind: 'sync'});
  return JSON.stringify(lists);`)}),
  says: /more than|too many/,
  armed: {leaves: 'a mark'},
};
