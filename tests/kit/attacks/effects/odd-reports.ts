/** Reports of a state that no server has. */
import type {Attack} from '../attack';
import {ON_FOLLOWERS, beside, everyEffect} from '../pieces';

export const attack: Attack = {
  tries: 'reports a state with fields of other types, and a log of no entries',
  gains: 'a slip of the grader where it counts on a shape, and an excuse',
  ...ON_FOLLOWERS,
  ...beside('replication.ts', everyEffect(`
    if (effect.kind !== 'changed') continue;
    effect.fields = '{"role":7,"nextIndex":null,"currentTerm":"x"}';`)),
  says: /broke|contract|report|state/,
  armed: {leaves: 'a mark'},
};
