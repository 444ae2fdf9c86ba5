/**
 * A mistake in lab 2: forgets the length when a chunk ends in the middle of it.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'split-length-lost',
  mistake: 'forgets the length when a chunk ends in the middle of it',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find:
        '    const frames: Frame[] = [];\n' +
        '    let rest = chunk;\n',
      replace:
        '    const frames: Frame[] = [];\n' +
        '    let rest = chunk;\n' +
        '    if (this.lengthBytesRead < LENGTH_BYTES) this.lengthBytesRead = 0;\n',
    },
  ],
  caughtBy: ['split-1', 'split-3'],
  says: /however a stream is cut into chunks, the same/,
};
