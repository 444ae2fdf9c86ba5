/** Answers to calls that were not made to it. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'answers calls with the numbers around its own, before they are made',
  gains: 'answers to questions that were put to another box',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) for (let callId = 0; callId < 50; callId++) {
    list.push({kind: 'result', callId, value: '[]'});
  };
  return JSON.stringify(lists);`)}),
  says: /RaftLog|answer/,
  armed: {leaves: 'a mark'},
};
