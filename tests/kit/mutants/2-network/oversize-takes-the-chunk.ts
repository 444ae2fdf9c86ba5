/**
 * A mistake in lab 2: skips the whole chunk in which an oversize frame ends.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-takes-the-chunk',
  mistake: 'skips the whole chunk in which an oversize frame ends',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    this.bytesToSkip -= used;\n' +
        '    return used;\n',
      replace:
        '    this.bytesToSkip -= used;\n' +
        '    return chunk.length;\n',
    },
  ],
  caughtBy: ['chunk-10', 'oversize-split-2'],
  says: /a stream gives back its|an oversize frame costs its/,
};
