/** A loop where an array makes another. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'gives out arrays whose Symbol.species loops',
  gains: 'a grader that waits for ever, or that gives up on the whole class',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    class Slow extends Array { static get [Symbol.species]() { for (;;); } }
    new Slow(3).map(n => n);`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
