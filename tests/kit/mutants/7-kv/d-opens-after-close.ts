/**
 * A mistake in lab 7d: keeps a connection whose opening was under way when it was closed.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-opens-after-close',
  mistake: 'keeps a connection whose opening was under way when it was closed',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '    if (this.isClosed) {\n' +
        '      connection.close();\n' +
        '      return;\n' +
        '    }\n' +
        '    this.connection',
      replace: '    this.connection',
    },
  ],
  caughtBy: ['transport-closed'],
  says: /^S1 left a connection with S3 open/,
};
