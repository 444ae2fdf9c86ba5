/**
 * A mistake in lab 2: reads one frame of a chunk and drops the rest.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-frame-a-chunk',
  mistake: 'reads one frame of a chunk and drops the rest',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      if (this.isComplete()) frames.push(this.takeFrame());\n',
      replace:
        '      if (this.isComplete()) {\n' +
        '        frames.push(this.takeFrame());\n' +
        '        break;\n' +
        '      }\n',
    },
  ],
  caughtBy: ['chunk-2', 'split-4'],
  says: /a stream gives back its|however a stream is cut/,
};
