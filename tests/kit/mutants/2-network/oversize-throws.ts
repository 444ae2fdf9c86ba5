/**
 * A mistake in lab 2: throws at an oversize frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-throws',
  mistake: 'throws at an oversize frame',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      frames.push({error: {reason: \'oversize\', bytes}});\n',
      replace: '      throw new RangeError(`a frame of ${bytes} bytes is too large`);\n',
    },
  ],
  caughtBy: ['chunk-10'],
  says: /The step "decoder\.push\(00 01 11 73 00 00 00/,
};
