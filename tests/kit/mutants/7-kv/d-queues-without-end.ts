/**
 * A mistake in lab 7d: writes whether the other side reads or not.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-queues-without-end',
  mistake: 'writes whether the other side reads or not',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '      if (this.connection.bytesQueued <= queuedBytesMax) this.connection.write(frame);\n',
      replace: '      this.connection.write(frame);\n',
    },
  ],
  caughtBy: ['slow-reader'],
  says: /^S1 had \d+ bytes queued for S2/,
};
