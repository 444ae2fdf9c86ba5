/**
 * A mistake in lab 2: encodes every frame into the same buffer.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'encodes-into-one-buffer',
  mistake: 'encodes every frame into the same buffer',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '  const frame = new Uint8Array(LENGTH_BYTES + body.length);\n',
      replace: '  const frame = scratch.subarray(0, LENGTH_BYTES + body.length);\n',
    },
    {
      find: 'new DataView(frame.buffer)',
      replace: 'new DataView(scratch.buffer)',
    },
    {
      find:
        '/**\n' +
        ' * The frame of one message:',
      replace:
        'const scratch = new Uint8Array(FRAME_BYTES_MAX);\n' +
        '\n' +
        '/**\n' +
        ' * The frame of one message:',
    },
  ],
  caughtBy: ['frames-apart'],
  says: /The frame of \{"term":1\} changed when/,
};
