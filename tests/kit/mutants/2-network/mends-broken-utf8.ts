/**
 * A mistake in lab 2: takes bytes that are no UTF-8 for question marks.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'mends-broken-utf8',
  mistake: 'takes bytes that are no UTF-8 for question marks',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '{fatal: true, ignoreBOM: true}',
      replace: '{fatal: false}',
    },
  ],
  caughtBy: ['chunk-8'],
  says: /FrameDecoder gave "�", "next" for 17 bytes in/,
};
