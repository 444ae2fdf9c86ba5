/**
 * A mistake in lab 2: forgets an unfinished frame when a chunk ends.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'split-frame-lost',
  mistake: 'forgets an unfinished frame when a chunk ends',
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
        '    this.lengthBytesRead = 0;\n',
    },
  ],
  caughtBy: ['split-1', 'at-once', 'random-streams'],
  says: /however a stream is cut|push\(\) returns the frames/,
  golden: true,
};
