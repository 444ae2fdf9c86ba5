/**
 * A mistake in lab 2: returns a frame when the next one begins.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-the-next-frame',
  mistake: 'returns a frame when the next one begins',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    let rest = chunk;\n' +
        '    while (rest.length > 0) {\n',
      replace:
        '    let rest = chunk;\n' +
        '    if (chunk.length > 0 && this.finished !== undefined) frames.push(this.finished);\n' +
        '    if (chunk.length > 0) this.finished = undefined;\n' +
        '    while (rest.length > 0) {\n',
    },
    {
      find: '    return frames;\n',
      replace:
        '    if (this.isBetweenFrames()) this.finished = frames.pop();\n' +
        '    return frames;\n',
    },
    {
      find: '  private isComplete()',
      replace:
        '  private finished: Frame | undefined;\n' +
        '\n' +
        '  private isBetweenFrames(): boolean {\n' +
        '    return this.lengthBytesRead === 0 && this.bytesToSkip === 0 && ' +
        'this.finished === undefined;\n' +
        '  }\n' +
        '\n' +
        '  private isComplete()',
    },
  ],
  caughtBy: ['chunk-1', 'at-once'],
  says: /FrameDecoder gave no frame for 14 bytes in|FrameDecoder\.push gave no frame/,
};
