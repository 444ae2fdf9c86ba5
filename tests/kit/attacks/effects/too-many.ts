/** Effects by the million. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers one input with a million effects',
  gains: 'a grader that is busy for minutes with each of its answers',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(
    'for (let n = 0; n < 1_000_000; n++) list.push({kind: \'sync\'});')}),
  says: /more than|too many/,
  armed: {leaves: 'a mark'},
};
