/** A loop in every question to an answer. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'returns a proxy that loops when it is asked for its prototype',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, appended: 'new Proxy({}, {getPrototypeOf() { for (;;); }})'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
