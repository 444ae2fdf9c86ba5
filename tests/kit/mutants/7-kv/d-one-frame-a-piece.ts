/**
 * A mistake in lab 7d: looks at the first frame of each piece only.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-one-frame-a-piece',
  mistake: 'looks at the first frame of each piece only',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: 'decoder.push(bytes).forEach(take)',
      replace: 'decoder.push(bytes).slice(0, 1).forEach(take)',
    },
  ],
  caughtBy: ['transport-pieces'],
  says: /was given .* when .* was next|was never given/,
};
