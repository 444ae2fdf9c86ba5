/** Servers with the names of what every object has. */
import type {Attack} from '../attack';
import {ON_LOG, everyList, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'sends messages to servers called __proto__, constructor and toString',
  gains: 'fields of the grader\'s own objects, where servers are looked up by name',
  ...ON_LOG,
  ...hiddenInLog({top: everyList(`
    for (const to of ['__proto__', 'constructor', 'toString', '', 'the object']) {
      list.push({kind: 'send', to, message: '{"type":"__proto__"}'});
    }`)}),
  says: /lastIndex is 0|returned 0|answered|no box|no server|unknown|what no box can send|sent/,
  armed: {leaves: 'a mark'},
};
