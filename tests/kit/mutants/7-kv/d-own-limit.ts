/**
 * A mistake in lab 7d: takes frames of any length that the decoder allows by itself.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-own-limit',
  mistake: 'takes frames of any length that the decoder allows by itself',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: 'new FrameDecoder({frameBytesMax: this.parts.frameBytesMax})',
      replace: 'new FrameDecoder()',
    },
  ],
  caughtBy: ['bad-frame-4'],
  says: /^S1 was given /,
};
