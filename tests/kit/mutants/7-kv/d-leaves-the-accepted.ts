/**
 * A mistake in lab 7d: closes the connections that it opened, and not those of others.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-leaves-the-accepted',
  mistake: 'closes the connections that it opened, and not those of others',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    for (const connection of this.accepted) connection.close();\n',
      replace: '',
    },
  ],
  caughtBy: ['transport-closed'],
  says: /^S1 left a connection with S2 open/,
};
