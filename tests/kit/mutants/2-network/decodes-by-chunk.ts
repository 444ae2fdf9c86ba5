/**
 * A mistake in lab 2: turns each chunk into text before the frame is complete.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'decodes-by-chunk',
  mistake: 'turns each chunk into text before the frame is complete',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    const used = copyInto(this.body, this.bodyBytesRead, chunk);\n' +
        '    this.bodyBytesRead += used;\n' +
        '    return used;\n',
      replace:
        '    const used = Math.min(this.body.length - this.bodyBytesRead, chunk.length);\n' +
        '    this.text += new TextDecoder().decode(chunk.subarray(0, used));\n' +
        '    this.bodyBytesRead += used;\n' +
        '    return used;\n',
    },
    {
      find: '  private bodyBytesRead = 0;\n',
      replace:
        '  private bodyBytesRead = 0;\n' +
        '  private text = \'\';\n',
    },
    {
      find: '    const {body} = this;\n',
      replace:
        '    const body = new TextEncoder().encode(this.text);\n' +
        '    this.text = \'\';\n',
    },
  ],
  caughtBy: ['split-2'],
  says: /FrameDecoder gave "��🚀" for 12 bytes cut into/,
};
