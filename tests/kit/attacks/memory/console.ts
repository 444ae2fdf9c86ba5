/** Lines without end. */
import type {Attack} from '../attack';
import {REACHED, ON_LOG, hiddenInLog} from '../pieces';

export const attack: Attack = {
  tries: 'prints lines without end',
  gains: 'the memory of the machine, and the end of whatever else runs on it',
  ...ON_LOG,
  ...hiddenInLog({top: REACHED, append: `
    for (;;) console.debug('x'.repeat(5_000));`}),
  says: /more than (20000 effects|32 MB)/,
  armed: {leaves: 'a mark'},
};
