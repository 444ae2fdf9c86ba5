/** A loop where an array makes another. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, STOPS_THE_GRADER} from '../pieces';

export const attack: Attack = {
  tries: 'gives out arrays whose Symbol.species loops',
  ...STOPS_THE_GRADER,
  ...hiddenInLog({top: REACHED, append: `
    class Slow extends Array { static get [Symbol.species]() { for (;;); } }
    new Slow(3).map(n => n);`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
