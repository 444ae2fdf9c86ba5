/**
 * A mistake in lab 7d: opens a connection for each message.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-connection-a-message',
  mistake: 'opens a connection for each message',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '    if (this.connection !== undefined) {\n' +
        '      if',
      replace:
        '    this.connection?.close();\n' +
        '    this.triedAtMs = -Infinity;\n' +
        '    this.connection = undefined;\n' +
        '    if (this.connection !== undefined) {\n' +
        '      if',
    },
    {
      find:
        '      if (this.connection.bytesQueued <= queuedBytesMax) this.connection.write(frame);\n' +
        '      return;\n',
      replace: '      return;\n',
    },
  ],
  caughtBy: ['transport-wire'],
  says: /^S1 opened \d+ connections to S2/,
};
