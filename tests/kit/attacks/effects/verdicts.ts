/** Effects that no box has. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers with effects called verdict, pass and score',
  gains: 'points, if an effect nobody knows is passed on to somebody who does',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) list.push({kind: 'verdict', verdict: 'passed', points: 8});
  return JSON.stringify(lists);`)}),
  says: /no effect is called/,
  armed: {leaves: 'a mark'},
};
