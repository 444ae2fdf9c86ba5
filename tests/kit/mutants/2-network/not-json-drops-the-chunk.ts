/**
 * A mistake in lab 2: drops the rest of the chunk after a frame that is no JSON.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'not-json-drops-the-chunk',
  mistake: 'drops the rest of the chunk after a frame that is no JSON',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '      if (this.isComplete()) frames.push(this.takeFrame());\n',
      replace:
        '      if (this.isComplete()) frames.push(this.takeFrame());\n' +
        '      const last = frames.at(-1);\n' +
        '      if (last !== undefined && \'error\' in last) break;\n',
    },
  ],
  caughtBy: ['chunk-7'],
  says: /FrameDecoder gave not JSON \(8 bytes\) for 22/,
};
