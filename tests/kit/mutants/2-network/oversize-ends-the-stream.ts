/**
 * A mistake in lab 2: reads nothing any more after an oversize frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-ends-the-stream',
  mistake: 'reads nothing any more after an oversize frame',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      this.bytesToSkip = bytes;\n',
      replace: '      this.bytesToSkip = Infinity;\n',
    },
  ],
  caughtBy: ['chunk-10', 'oversize-split-1'],
  says: /a stream gives back its|an oversize frame costs its/,
};
