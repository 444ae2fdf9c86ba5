/**
 * A mistake in lab 7d: begins afresh with every piece of bytes.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-decoder-a-piece',
  mistake: 'begins afresh with every piece of bytes',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    const decoder = new FrameDecoder({frameBytesMax: this.parts.frameBytesMax});\n',
      replace: '    const {frameBytesMax} = this.parts;\n',
    },
    {
      find: 'decoder.push(bytes)',
      replace: 'new FrameDecoder({frameBytesMax}).push(bytes)',
    },
  ],
  caughtBy: ['transport-pieces', 'transport-arrives'],
  says: /was never given/,
};
