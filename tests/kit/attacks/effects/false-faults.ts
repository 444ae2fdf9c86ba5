/** Faults that are not its own. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'reports a missing file and a syntax error in files of the kit',
  gains: 'an excuse: nobody should lose points for files of the kit',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`
    const file = 'harness/raft/index.ts';
    const fault = {kind: 'fault', fault: 'missing', text: 'has no ' + file, file};
    list.unshift({...fault, line: 1, stack: []});`)}),
  says: /has no harness/,
  armed: {leaves: 'a mark'},
};
