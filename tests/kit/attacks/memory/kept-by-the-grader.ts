/** Lines that the grader keeps, in case they are asked for. */
import type {Attack} from '../attack';
import {besideTheLog, everyList} from '../pieces';

export const attack: Attack = {
  tries: 'prints ten megabytes in answer to each input, which the grader keeps for its reports',
  gains: 'the end of the grader, whose memory is not limited as its own is',
  lab: 1, scenarios: ['histories'],
  ...besideTheLog(everyList('list.push({kind: \'log\', line: \'x\'.repeat(10_000_000)});')),
  says: /no answer|more than|no text|passed/,
  armed: {leaves: 'a mark'},
};
