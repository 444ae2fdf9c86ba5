/** Timers that set each other at the same instant. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'sets timers without delay from timers without delay',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: '(function again() { setTimeout(again, 0); })();'}),
  says: /timers without delay/,
  armed: {leaves: 'a mark'},
};
