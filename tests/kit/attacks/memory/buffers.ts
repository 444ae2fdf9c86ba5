/** Memory that a limit of the heap does not count. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'keeps ever more buffers',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, append: `
    const held = [];
    for (let n = 0; n < Infinity; n++) held.push(Buffer.alloc(2 ** 24, n));`}),
  says: /memory|no answer|RangeError/,
  armed: {leaves: 'a mark', blunt: {find: 'Infinity', replace: '3'}},
};
