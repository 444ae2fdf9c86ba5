/** Bytes without a line's end. */
import type {Attack} from '../attack';
import {FS, REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'writes to the channel of answers without end',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, append: `
    const bytes = Buffer.alloc(65_536, 120);
    for (;;) { try { ${FS}.writeSync(1, bytes); } catch {} }`}),
  says: /more than|not asked|no answer|does not end/,
  armed: {leaves: 'a mark'},
};
