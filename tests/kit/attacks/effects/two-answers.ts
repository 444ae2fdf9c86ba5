/** Two answers to one call. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers each call twice, first wrong and then otherwise',
  gains: 'the better of two answers',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`for (const effect of [...list]) {
    if (effect.kind === 'result') list.push({...effect, value: '[{"value":1}]'});
  }`)}),
  says: /lastIndex is|returned|answered|twice|contract|what no box can send/,
  armed: {leaves: 'a mark'},
};
