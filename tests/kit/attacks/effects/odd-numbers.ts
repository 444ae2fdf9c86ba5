/** Numbers that are none. */
import type {Attack} from '../attack';
import {ON_LOG, hiddenInLog, everyList} from '../pieces';

export const attack: Attack = {
  tries: 'sets alarms at the end of time and applies entries at impossible places',
  gains: 'times and places that the grader cannot count with',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`
    list.push({kind: 'arm', atMs: -1.7e308}, {kind: 'arm', atMs: 1.7e308},
      {kind: 'apply', index: -1, term: 2 ** 53, command: 'null'});`)}),
  says: /lastIndex is 0|returned 0|answered|no .*number|applied|what no box can send/,
  armed: {leaves: 'a mark'},
};
