/**
 * A mistake in lab 2: joins the bytes of an oversize frame until all have come.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-joined',
  mistake: 'joins the bytes of an oversize frame until all have come',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    this.bytesToSkip -= used;\n' +
        '    return used;\n',
      replace:
        '    this.bytesToSkip -= used;\n' +
        '    this.pending = Buffer.concat([this.pending, chunk.subarray(0, used)]);\n' +
        '    if (this.bytesToSkip === 0) this.pending = Buffer.alloc(0);\n' +
        '    return used;\n',
    },
    {
      find: '  private bytesToSkip = 0;\n',
      replace:
        '  private bytesToSkip = 0;\n' +
        '  private pending = Buffer.alloc(0);\n',
    },
  ],
  caughtBy: ['oversize-not-kept'],
  says: /FrameDecoder holds 16515108 bytes in the/,
};
