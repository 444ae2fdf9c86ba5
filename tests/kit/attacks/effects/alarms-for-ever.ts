/** An alarm that is always due. */
import type {Attack} from '../attack';
import {ON_LOG, hiddenInLog, everyList} from '../pieces';

export const attack: Attack = {
  tries: 'sets its alarm to this very instant in answer to every input',
  gains: 'a world whose time stands still, and a grader that never ends',
  ...ON_LOG,
  ...hiddenInLog({top: everyList('list.push({kind: \'arm\', atMs: 0});')}),
  says: /Too many events: 10000 at the instant/,
  armed: {leaves: 'a mark'},
};
