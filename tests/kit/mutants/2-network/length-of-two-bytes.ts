/**
 * A mistake in lab 2: writes the length into two of the four bytes.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'length-of-two-bytes',
  mistake: 'writes the length into two of the four bytes',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: 'setUint32(0, body.length);',
      replace: 'setUint16(2, body.length);',
    },
  ],
  caughtBy: ['encode-6'],
  says: /a frame is the number of its bytes in four bytes,/,
};
