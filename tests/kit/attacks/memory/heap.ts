/** Objects that are never let go. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'keeps ever more objects',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, append: `
    const held = [];
    for (let n = 0; n < Infinity; n++) held.push(Array.from({length: 100_000}, () => ({n})));`}),
  says: /memory|no answer|does not end/,
  armed: {leaves: 'a mark', blunt: {find: 'Infinity', replace: '3'}},
};
