/**
 * A mistake in lab 2: writes and reads the length with its least byte first.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'little-endian',
  mistake: 'writes and reads the length with its least byte first',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: 'setUint32(0, body.length);',
      replace: 'setUint32(0, body.length, true);',
    },
    {
      find: 'getUint32(0);',
      replace: 'getUint32(0, true);',
    },
  ],
  caughtBy: ['encode-1', 'encode-5', 'chunk-1'],
  says: /a frame is the number of|a stream gives back its/,
};
