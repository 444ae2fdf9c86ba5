/**
 * A mistake in lab 2: tells of an oversize frame with every chunk of it.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-told-again',
  mistake: 'tells of an oversize frame with every chunk of it',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: 'this.bytesToSkip > 0 ? this.skip(rest)',
      replace: 'this.bytesToSkip > 0 ? this.skip(rest, frames)',
    },
    {
      find: '  private skip(chunk: Uint8Array): number {',
      replace: '  private skip(chunk: Uint8Array, frames: Frame[]): number {',
    },
    {
      find:
        '    this.bytesToSkip -= used;\n' +
        '    return used;\n',
      replace:
        '    this.bytesToSkip -= used;\n' +
        '    if (this.bytesToSkip > 0) frames.push({error: {reason: \'oversize\', ' +
        'bytes: this.bytesToSkip}});\n' +
        '    return used;\n',
    },
  ],
  caughtBy: ['oversize-split-1'],
  says: /FrameDecoder gave "a", oversize \(9 bytes\),/,
};
