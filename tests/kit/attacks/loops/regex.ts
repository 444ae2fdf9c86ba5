/** A pattern that takes longer than the age of the world. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'matches a text with a pattern that backtracks without end',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, append: '/^(a+)+$/.test(`${\'a\'.repeat(60)}b`);'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
