/**
 * A mistake in lab 3: becomes a follower before it sees that the request is stale.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stale-leader-unseats',
  mistake: 'becomes a follower before it sees that the request is stale',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  observeTerm(server, term);\n' +
        '  if (term < state.currentTerm) return',
      replace:
        '  observeTerm(server, term);\n' +
        '  becomeFollower(server, state.currentTerm);\n' +
        '  if (term < state.currentTerm) return',
    },
  ],
  caughtBy: ['terms-11'],
  says: /must have role candidate now, and has follower/,
};
