/**
 * A mistake in lab 2: counts the four bytes of the length as well.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'length-counts-itself',
  mistake: 'counts the four bytes of the length as well',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: 'setUint32(0, body.length);',
      replace: 'setUint32(0, frame.length);',
    },
  ],
  caughtBy: ['encode-1', 'encode-2'],
  says: /a frame is the number of its bytes in four bytes,/,
};
