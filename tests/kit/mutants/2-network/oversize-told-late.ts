/**
 * A mistake in lab 2: tells of an oversize frame when all of it has come.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'oversize-told-late',
  mistake: 'tells of an oversize frame when all of it has come',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '      frames.push({error: {reason: \'oversize\', bytes}});\n' +
        '      this.bytesToSkip = bytes;\n',
      replace:
        '      this.bytesToSkip = bytes;\n' +
        '      this.oversizeBytes = bytes;\n',
    },
    {
      find: 'this.bytesToSkip > 0 ? this.skip(rest)',
      replace: 'this.bytesToSkip > 0 ? this.skip(rest, frames)',
    },
    {
      find: '  private skip(chunk: Uint8Array): number {',
      replace:
        '  private oversizeBytes = 0;\n' +
        '\n' +
        '  private skip(chunk: Uint8Array, frames: Frame[]): number {',
    },
    {
      find:
        '    this.bytesToSkip -= used;\n' +
        '    return used;\n',
      replace:
        '    this.bytesToSkip -= used;\n' +
        '    if (this.bytesToSkip === 0) {\n' +
        '      frames.push({error: {reason: \'oversize\', bytes: this.oversizeBytes}});\n' +
        '    }\n' +
        '    return used;\n',
    },
  ],
  caughtBy: ['oversize-not-kept'],
  says: /FrameDecoder\.push gave no frame/,
};
