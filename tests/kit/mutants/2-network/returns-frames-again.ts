/**
 * A mistake in lab 2: returns earlier frames again.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'returns-frames-again',
  mistake: 'returns earlier frames again',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    const frames: Frame[] = [];\n' +
        '    let rest = chunk;\n',
      replace:
        '    const {frames} = this;\n' +
        '    let rest = chunk;\n',
    },
    {
      find: '  private lengthBytesRead = 0;\n',
      replace:
        '  private readonly frames: Frame[] = [];\n' +
        '  private lengthBytesRead = 0;\n',
    },
  ],
  caughtBy: ['split-1', 'at-once'],
  says: /however a stream is cut|push\(\) returns the frames/,
};
