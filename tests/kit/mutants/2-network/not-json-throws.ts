/**
 * A mistake in lab 2: throws at a frame that is no JSON.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'not-json-throws',
  mistake: 'throws at a frame that is no JSON',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    return {error: {reason: \'not JSON\', bytes: body.length}};',
      replace: '    throw new SyntaxError(\'a frame is no JSON\');',
    },
  ],
  caughtBy: ['chunk-7', 'split-5'],
  says: /nothing in this step may/,
};
