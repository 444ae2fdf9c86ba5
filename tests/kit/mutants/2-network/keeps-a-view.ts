/**
 * A mistake in lab 2: keeps a view of the chunk for an unfinished frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-a-view',
  mistake: 'keeps a view of the chunk for an unfinished frame',
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
        '    this.views.push(chunk.subarray(0, used));\n' +
        '    this.bodyBytesRead += used;\n' +
        '    return used;\n',
    },
    {
      find: '  private bodyBytesRead = 0;\n',
      replace:
        '  private bodyBytesRead = 0;\n' +
        '  private views: Uint8Array[] = [];\n',
    },
    {
      find: '    const {body} = this;\n',
      replace:
        '    const body = Buffer.concat(this.views);\n' +
        '    this.views = [];\n',
    },
  ],
  caughtBy: ['memory-reused'],
  says: /FrameDecoder\.push gave not JSON \(10 bytes\)/,
};
