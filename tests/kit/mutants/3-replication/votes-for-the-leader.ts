/**
 * A mistake in lab 3: gives its vote to the leader it follows.
 *
 * Paper: §5.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'votes-for-the-leader',
  mistake: 'gives its vote to the leader it follows',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.leaderId = request.leaderId;\n',
      replace:
        '  state.leaderId = request.leaderId;\n' +
        '  state.votedFor = request.leaderId;\n',
    },
  ],
  caughtBy: ['terms-2'],
  says: /must have votedFor null now, and has S\d+/,
};
