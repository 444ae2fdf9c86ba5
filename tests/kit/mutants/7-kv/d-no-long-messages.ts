/**
 * A mistake in lab 7d: throws away what is longer than the queue may be.
 *
 * Source: the doc comments of transport.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'd-no-long-messages',
  mistake: 'throws away what is longer than the queue may be',
  lab: 7,
  file: 'transport.ts',
  edits: [
    {
      find: '      if (this.connection.bytesQueued <= queuedBytesMax) this',
      replace: '      if (this.connection.bytesQueued + frame.length <= queuedBytesMax) this',
    },
  ],
  caughtBy: ['long-message'],
  says: /^S1 never sent a message longer than queuedBytesMax/,
};
