/** Effects that no box has. */
import type {Attack} from '../attack';
import {ON_LOG, hiddenInLog, everyList} from '../pieces';

export const attack: Attack = {
  tries: 'answers with effects called verdict, pass and score',
  gains: 'points, if an effect nobody knows is passed on to somebody who does',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(
    'list.push({kind: \'verdict\', verdict: \'passed\', points: 8});')}),
  says: /no effect is called/,
  armed: {leaves: 'a mark'},
};
