/**
 * A mistake in lab 2: ends a frame with a newline that its length does not count.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'ends-with-a-newline',
  mistake: 'ends a frame with a newline that its length does not count',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '  frame.set(body, LENGTH_BYTES);\n' +
        '  return frame;\n',
      replace:
        '  frame.set(body, LENGTH_BYTES);\n' +
        '  return Buffer.concat([frame, Buffer.from(\'\\n\')]);\n',
    },
  ],
  caughtBy: ['encode-1', 'encode-2'],
  says: /a frame is the number of its bytes in four bytes,/,
};
