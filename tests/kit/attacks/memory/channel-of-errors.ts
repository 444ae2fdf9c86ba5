/** Bytes to where nobody should be reading. */
import type {Attack} from '../attack';
import {FS, REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'writes to the channel of errors without end',
  gains: 'the memory of the machine, and the end of whatever else runs on it',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    const bytes = Buffer.alloc(65_536, 120);
    for (;;) { try { ${FS}.writeSync(2, bytes); } catch {} }`}),
  says: /does not end|no answer/,
  armed: {leaves: 'a mark'},
};
