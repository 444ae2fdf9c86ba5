/** Keys that reach through an object to all others, where copies are naive. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, everyAnswer, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'adds __proto__ and constructor keys to every effect on its way out',
  gains: 'fields on the grader\'s own Object.prototype, if effects are merged into something',
  ...ON_LOG,
  ...hiddenInLog({top: everyAnswer(`${REACHED}
  const evil = '"__proto__":{"passed":true,"points":100},"constructor":{"prototype":{"x":1}},';
  return text.split('{"kind"').join('{' + evil + '"kind"');`)}),
  says: /lastIndex is 0|returned 0|answered/,
  armed: {leaves: 'a mark'},
};
