/** Stays a candidate when the leader of its term sends a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-candidate-stays',
  mistake: 'Stays a candidate when the leader of its term sends a snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (state.role !== \'follower\') becomeFollower(server, term);\n',
      replace: '  if (state.role === \'leader\') becomeFollower(server, term);\n',
    },
  ],
  caughtBy: ['sender-4'],
  says: /is candidate, and it must be follower/,
};
