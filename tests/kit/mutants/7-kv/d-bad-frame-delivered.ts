/**
 * A mistake in lab 7d: delivers a frame that is no message.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-bad-frame-delivered',
  mistake: 'delivers a frame that is no message',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '      } else if (\'message\' in frame) {\n' +
        '        this.parts.deliver(from, frame.message);\n' +
        '      }\n',
      replace:
        '      } else {\n' +
        '        this.parts.deliver(from, \'message\' in frame ? frame.message : null);\n' +
        '      }\n',
    },
  ],
  caughtBy: ['bad-frame-3'],
  says: /^S1 was given null from S2 when "behind" was next/,
};
