/**
 * A mistake in lab 2: counts the characters of a message, not its bytes.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'length-counts-characters',
  mistake: 'counts the characters of a message, not its bytes',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: 'setUint32(0, body.length);',
      replace: 'setUint32(0, text.length);',
    },
  ],
  caughtBy: ['encode-3', 'encode-4'],
  says: /a frame is the number of its bytes in four bytes,/,
};
