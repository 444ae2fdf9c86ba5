/** A loop that returns each time, to microtasks. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'lets promises follow each other without end',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({
    top: REACHED, append: '(function again() { Promise.resolve().then(again); })();',
  }),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
