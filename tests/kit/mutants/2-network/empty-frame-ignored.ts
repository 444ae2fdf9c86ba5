/**
 * A mistake in lab 2: says nothing of an empty frame.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'empty-frame-ignored',
  mistake: 'says nothing of an empty frame',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      if (this.isComplete()) frames.push(this.takeFrame());\n',
      replace: '      if (this.isComplete()) frames.push(...this.takeFrames());\n',
    },
    {
      find: '  private takeFrame(): Frame {',
      replace:
        '  private takeFrames(): Frame[] {\n' +
        '    const isEmpty = this.body.length === 0;\n' +
        '    const frame = this.takeFrame();\n' +
        '    return isEmpty ? [] : [frame];\n' +
        '  }\n' +
        '\n' +
        '  private takeFrame(): Frame {',
    },
  ],
  caughtBy: ['chunk-6', 'split-5'],
  says: /a stream gives back its|however a stream is cut/,
};
