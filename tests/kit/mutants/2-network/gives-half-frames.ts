/**
 * A mistake in lab 2: takes the end of a chunk for the end of a frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'gives-half-frames',
  mistake: 'takes the end of a chunk for the end of a frame',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    return frames;\n',
      replace:
        '    if (this.lengthBytesRead === LENGTH_BYTES) frames.push(this.takeFrame());\n' +
        '    return frames;\n',
    },
  ],
  caughtBy: ['chunk-5', 'split-1'],
  says: /a stream gives back its|however a stream is cut/,
};
