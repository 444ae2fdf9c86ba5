/**
 * A mistake in lab 2: reads the body of an oversize frame as frames.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-not-skipped',
  mistake: 'reads the body of an oversize frame as frames',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      this.bytesToSkip = bytes;\n',
      replace: '',
    },
  ],
  caughtBy: ['oversize-split-1'],
  says: /FrameDecoder gave "a", oversize \(9 bytes\), 0,/,
};
