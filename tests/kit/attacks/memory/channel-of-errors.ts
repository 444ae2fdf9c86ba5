/** Bytes to where nobody should be reading. */
import type {Attack} from '../attack';
import {FS, REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'writes to the channel of errors without end',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, append: `
    const bytes = Buffer.alloc(65_536, 120);
    for (;;) { try { ${FS}.writeSync(2, bytes); } catch {} }`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
