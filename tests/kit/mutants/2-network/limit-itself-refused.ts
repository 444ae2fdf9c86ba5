/**
 * A mistake in lab 2: refuses a frame as long as the limit.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'limit-itself-refused',
  mistake: 'refuses a frame as long as the limit',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    if (bytes > this.limits.frameBytesMax) {',
      replace: '    if (bytes >= this.limits.frameBytesMax) {',
    },
  ],
  caughtBy: ['chunk-9'],
  says: /FrameDecoder gave oversize \(70002 bytes\),/,
};
