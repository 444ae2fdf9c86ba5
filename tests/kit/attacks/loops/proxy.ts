/** A loop in every question to an answer. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'returns a proxy that loops when it is asked for its prototype',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: 'new Proxy({}, {getPrototypeOf() { for (;;); }})'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
