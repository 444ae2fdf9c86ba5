/**
 * A mistake in lab 3: carries messages over a network that names the receiver as the sender.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'network-mixes-up-senders',
  mistake: 'carries messages over a network that names the receiver as the sender',
  lab: 3,
  file: 'network.ts',
  edits: [
    {
      find: '{from: packet.from, message: JSON.parse(packet.text) as Json}',
      replace: '{from: packet.to, message: JSON.parse(packet.text) as Json}',
    },
  ],
  caughtBy: ['own-network'],
  says: /RaftNetwork gave S\d+ what was never sent/,
};
