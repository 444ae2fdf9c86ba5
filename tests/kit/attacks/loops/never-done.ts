/** An iterator without an end. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'returns an iterator without an end',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, appended: '(function* () { for (;;) yield 1; })()'}),
  says: /plain JSON|does not end|no answer|answered/,
  armed: {leaves: 'a mark'},
};
