/**
 * A mistake in lab 2: has no limit at all.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-unnoticed',
  mistake: 'has no limit at all',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    if (bytes > this.limits.frameBytesMax) {',
      replace: '    if (bytes > Infinity) {',
    },
  ],
  caughtBy: ['chunk-10'],
  says: /FrameDecoder gave not JSON \(70003 bytes\),/,
};
