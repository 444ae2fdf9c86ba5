/** A fault whose text is a book. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'reports a fault of its own with a text of ten megabytes, and colours in it',
  gains: 'a report nobody can open, and a terminal that shows something else',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`
    list.push({
      kind: 'fault', fault: 'throw', text: '\\u001b[2J' + 'long '.repeat(2_000_000), file: null,
      line: null, stack: Array(10_000).fill('at ' + 'x'.repeat(1_000)),
    });`)}),
  says: /more than \d+ characters|longer than any/,
  armed: {leaves: 'a mark'},
};
