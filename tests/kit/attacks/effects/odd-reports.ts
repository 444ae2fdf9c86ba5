/** Reports of a state that no server has. */
import type {Attack} from '../attack';
import {REACHED, everyAnswer, readReference, ON_FOLLOWERS} from '../pieces';

export const attack: Attack = {
  tries: 'reports a state with fields of other types, and a log of no entries',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_FOLLOWERS,
  files: {'replication.ts': `${everyAnswer(`${REACHED}
  const lists = JSON.parse(text);
  for (const list of lists) {
    for (const effect of list) {
      if (effect.kind !== 'changed') continue;
      effect.fields = '{"role":7,"nextIndex":null,"currentTerm":"x"}';
    }
  }
  return JSON.stringify(lists);`)}
${readReference('replication.ts')}`},
  honest: {},
  says: /broke|contract|report|state/,
  armed: {leaves: 'a mark'},
};
