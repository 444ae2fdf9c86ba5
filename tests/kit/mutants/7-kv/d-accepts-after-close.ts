/**
 * A mistake in lab 7d: still takes connections after it was closed.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-accepts-after-close',
  mistake: 'still takes connections after it was closed',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '    if (this.isClosed) {\n' +
        '      connection.close();\n' +
        '      return;\n' +
        '    }\n' +
        '    this.accepted',
      replace: '    this.accepted',
    },
  ],
  caughtBy: ['transport-closed'],
  says: /^S1 left a connection with S2 open/,
};
