/**
 * A mistake in lab 2: returns no frame for null, false, 0 and the empty text.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'drops-falsy-frames',
  mistake: 'returns no frame for null, false, 0 and the empty text',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    return frames;\n',
      replace: '    return frames.filter(frame => \'error\' in frame || Boolean(frame.message));\n',
    },
  ],
  caughtBy: ['chunk-3', 'random-streams'],
  says: /a stream gives back its|however a stream is cut/,
};
