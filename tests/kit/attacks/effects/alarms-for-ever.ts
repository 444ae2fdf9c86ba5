/** An alarm that is always due. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'sets its alarm to this very instant in answer to every input',
  gains: 'a world whose time stands still, and a grader that never ends',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) list.push({kind: 'arm', atMs: 0});
  return JSON.stringify(lists);`)}),
  says: /Too many events: 10000 at the instant/,
  armed: {leaves: 'a mark'},
};
