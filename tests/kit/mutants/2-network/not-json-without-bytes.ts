/**
 * A mistake in lab 2: says of a frame that is no JSON that it has 0 bytes.
 *
 * Source: the doc comments of framing.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'not-json-without-bytes',
  mistake: 'says of a frame that is no JSON that it has 0 bytes',
  lab: 2,
  file: 'framing.ts',
  edits: [
    {
      find: '    return {error: {reason: \'not JSON\', bytes: body.length}};',
      replace: '    return {error: {reason: \'not JSON\', bytes: 0}};',
    },
  ],
  caughtBy: ['chunk-7', 'chunk-8'],
  says: /FrameDecoder gave not JSON \(0 bytes\), "next"/,
};
