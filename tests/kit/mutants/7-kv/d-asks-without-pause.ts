/**
 * A mistake in lab 7d: opens a connection for each message to a server that is down.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-asks-without-pause',
  mistake: 'opens a connection for each message to a server that is down',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    if (nowMs - this.triedAtMs < reconnectMs) return;\n',
      replace: '    void reconnectMs;\n',
    },
  ],
  caughtBy: ['paced-1'],
  says: /^S1 tried to reach S2 again after 5ms/,
  golden: true,
};
