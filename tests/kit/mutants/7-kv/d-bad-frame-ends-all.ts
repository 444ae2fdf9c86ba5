/**
 * A mistake in lab 7d: closes a connection on which a frame is no message.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-bad-frame-ends-all',
  mistake: 'closes a connection on which a frame is no message',
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
        '        connection.close();\n' +
        '      }\n',
    },
  ],
  caughtBy: ['bad-frame-1'],
  says: /^S1 was never given/,
};
