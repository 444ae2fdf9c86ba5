/** Faults that are not its own. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'reports a missing file and a syntax error in files of the kit',
  gains: 'an excuse: nobody should lose points for files of the kit',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  const file = 'harness/raft/index.ts';
  const fault = {kind: 'fault', fault: 'missing', text: 'has no ' + file, file, line: 1, stack: []};
  for (const list of lists) list.unshift(fault);
  return JSON.stringify(lists);`)}),
  says: /has no harness/,
  armed: {leaves: 'a mark'},
};
