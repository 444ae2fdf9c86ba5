/**
 * A mistake in lab 7d: throws when a frame is no message.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-bad-frame-throws',
  mistake: 'throws when a frame is no message',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '      } else if (\'message\' in frame) {\n' +
        '        this.parts.deliver(from, frame.message);\n' +
        '      }\n',
      replace:
        '      } else if (\'message\' in frame) {\n' +
        '        this.parts.deliver(from, frame.message);\n' +
        '      } else {\n' +
        '        throw new Error(frame.error.reason);\n' +
        '      }\n',
    },
  ],
  caughtBy: ['bad-frame-2'],
  says: /^S1 threw Error: not JSON/,
};
