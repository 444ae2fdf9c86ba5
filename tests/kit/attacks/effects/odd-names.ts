/** Servers with the names of what every object has. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'sends messages to servers called __proto__, constructor and toString',
  gains: 'fields of the grader\'s own objects, where servers are looked up by name',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  const names = ['__proto__', 'constructor', 'toString', '', 'the object'];
  for (const list of lists) for (const to of names) {
    list.push({kind: 'send', to, message: '{"type":"__proto__"}'});
  };
  return JSON.stringify(lists);`)}),
  says: /lastIndex is 0|returned 0|answered|no box|no server|unknown|what no box can send|sent/,
  armed: {leaves: 'a mark'},
};
