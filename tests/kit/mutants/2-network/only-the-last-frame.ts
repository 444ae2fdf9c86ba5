/**
 * A mistake in lab 2: returns the last frame of a chunk only.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-the-last-frame',
  mistake: 'returns the last frame of a chunk only',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    return frames;\n',
      replace: '    return frames.slice(-1);\n',
    },
  ],
  caughtBy: ['chunk-2', 'chunk-4'],
  says: /a stream gives back its frames, each once, in/,
};
