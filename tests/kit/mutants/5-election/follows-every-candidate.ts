/** Becomes a follower of whoever asks for its vote, in whatever term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'follows-every-candidate',
  mistake: 'Becomes a follower of whoever asks for its vote, in whatever term.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n',
      replace: '  becomeFollower(server, term);\n',
    },
    {
      find: 'import {observeTerm} from',
      replace: 'import {becomeFollower, observeTerm} from',
    },
  ],
  caughtBy: ['late-request', 'rival-1', 'rival-5'],
  says: /must be leader|must be candidate/,
};
