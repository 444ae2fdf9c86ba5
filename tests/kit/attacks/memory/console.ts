/** Lines without end. */
import type {Attack} from '../attack';
import {REACHED, hiddenInLog, FILLS_THE_MACHINE} from '../pieces';

export const attack: Attack = {
  tries: 'prints lines without end',
  ...FILLS_THE_MACHINE,
  ...hiddenInLog({top: REACHED, append: `
    for (;;) console.debug('x'.repeat(5_000));`}),
  says: /more than (20000 effects|32 MB)/,
  armed: {leaves: 'a mark'},
};
