/**
 * A mistake in lab 7d: writes as much of a message as the queue has room for.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-cuts-messages',
  mistake: 'writes as much of a message as the queue has room for',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find:
        '      if (this.connection.bytesQueued <= queuedBytesMax) this.connection.write(frame);\n',
      replace:
        '      const room = queuedBytesMax - this.connection.bytesQueued;\n' +
        '      this.connection.write(frame.subarray(0, Math.max(0, room)));\n',
    },
  ],
  caughtBy: ['slow-reader'],
  says: /^S2 read bytes that are no frame/,
};
