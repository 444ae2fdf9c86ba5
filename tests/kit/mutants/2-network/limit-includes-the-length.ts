/**
 * A mistake in lab 2: counts the four bytes of the length against the limit.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'limit-includes-the-length',
  mistake: 'counts the four bytes of the length against the limit',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    if (bytes > this.limits.frameBytesMax) {',
      replace: '    if (bytes + LENGTH_BYTES > this.limits.frameBytesMax) {',
    },
  ],
  caughtBy: ['chunk-9'],
  says: /FrameDecoder gave oversize \(70002 bytes\),/,
};
