/** A loop that returns each time, to microtasks. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'lets promises follow each other without end',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({
    top: REACHED, append: '(function again() { Promise.resolve().then(again); })();',
  }),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
