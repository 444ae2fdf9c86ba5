/**
 * A mistake in lab 7d: lets any number of messages wait for a connection.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-waits-without-end',
  mistake: 'lets any number of messages wait for a connection',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '    if (this.waiting === undefined || this.waitingBytes > queuedBytesMax) return;\n',
      replace: '    if (this.waiting === undefined) return;\n',
    },
  ],
  caughtBy: ['piled-up-2'],
  says: /^S1 had \d+ bytes queued for S2/,
};
