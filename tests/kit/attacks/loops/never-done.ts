/** An iterator without an end. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'returns an iterator without an end',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, appended: '(function* () { for (;;) yield 1; })()'}),
  says: /plain JSON|does not end|no answer|answered/,
  armed: {leaves: 'a mark'},
};
