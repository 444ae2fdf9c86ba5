/**
 * A mistake in lab 7d: reads all connections with one decoder.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-decoder-for-all',
  mistake: 'reads all connections with one decoder',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    const decoder = new FrameDecoder({frameBytesMax: this.parts.frameBytesMax});\n',
      replace: '    const {decoder} = this;\n',
    },
    {
      find:
        '  private isClosed = false;\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
      replace:
        '  private isClosed = false;\n' +
        '  private readonly decoder = new FrameDecoder();\n' +
        '\n' +
        '  /**\n' +
        '   * Listens',
    },
  ],
  caughtBy: ['connections-apart'],
  says: /^S1 was /,
};
