/**
 * A mistake in lab 2: keeps the bytes of an oversize frame until all have come.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-kept',
  mistake: 'keeps the bytes of an oversize frame until all have come',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    this.bytesToSkip -= used;\n' +
        '    return used;\n',
      replace:
        '    this.bytesToSkip -= used;\n' +
        '    this.kept.push(chunk.slice(0, used));\n' +
        '    if (this.bytesToSkip === 0) this.kept = [];\n' +
        '    return used;\n',
    },
    {
      find: '  private bytesToSkip = 0;\n',
      replace:
        '  private bytesToSkip = 0;\n' +
        '  private kept: Uint8Array[] = [];\n',
    },
  ],
  caughtBy: ['oversize-not-kept'],
  says: /FrameDecoder holds 16515116 bytes in the/,
};
