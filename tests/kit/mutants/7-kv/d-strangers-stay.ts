/**
 * A mistake in lab 7d: does not close a connection that nobody introduces.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-strangers-stay',
  mistake: 'does not close a connection that nobody introduces',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '        if (isRefused) connection.close();\n',
      replace: '',
    },
  ],
  caughtBy: ['introduction-1'],
  says: /^S1 left a connection open/,
  golden: true,
};
