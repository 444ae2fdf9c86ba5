/** Stays a candidate when the leader of its term sends AppendEntries. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E23-candidate-ignores-leader',
  mistake: 'Stays a candidate when the leader of its term sends AppendEntries.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (state.role !== \'follower\') becomeFollower(server, term);\n',
      replace: '',
    },
    {
      find: 'import {becomeFollower, observeTerm}',
      replace: 'import {observeTerm}',
    },
  ],
  caughtBy: ['loser', 'old-votes'],
  says: /must be follower/,
};
