/**
 * A mistake in lab 3: names the follower as the leader.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-the-follower',
  mistake: 'names the follower as the leader',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'leaderId: server.self',
      replace: 'leaderId: follower',
    },
  ],
  caughtBy: ['sender-1'],
  says: /sent S\d+ AppendEntries with leaderId=S\d+/,
};
