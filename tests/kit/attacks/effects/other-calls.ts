/** Answers to calls that were not made to it. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers calls with the numbers around its own, before they are made',
  gains: 'answers to questions that were put to another box',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`for (let callId = 0; callId < 50; callId++) {
    list.push({kind: 'result', callId, value: '[]'});
  }`)}),
  says: /RaftLog|answer/,
  armed: {leaves: 'a mark'},
};
