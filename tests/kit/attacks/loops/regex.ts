/** A pattern that takes longer than the age of the world. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'matches a text with a pattern that backtracks without end',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: '/^(a+)+$/.test(`${\'a\'.repeat(60)}b`);'}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
