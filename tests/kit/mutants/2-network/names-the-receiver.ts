/**
 * A mistake in lab 2: says a message is from its receiver.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-the-receiver',
  mistake: 'says a message is from its receiver',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '    return packet && {from: packet.from,',
      replace: '    return packet && {from: packet.to,',
    },
  ],
  caughtBy: ['asynchronous'],
  says: /S2 received "hello" from S2/,
};
