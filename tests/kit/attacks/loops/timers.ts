/** Timers that set each other at the same instant. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'sets timers without delay from timers without delay',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, append: '(function again() { setTimeout(again, 0); })();'}),
  says: /timers without delay/,
  armed: {leaves: 'a mark'},
};
