/**
 * A mistake in lab 3: steps down for a later term without entering it.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'steps-down-without-term',
  mistake: 'steps down for a later term without entering it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  observeTerm(server, results.term);\n' +
        '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
      replace:
        '  if (results.term > state.currentTerm) state.role = \'follower\';\n' +
        '  if (state.role !== \'leader\' || results.term !== state.currentTerm) return;\n',
    },
  ],
  caughtBy: ['terms-6'],
  says: /must have currentTerm \d+ now, and has \d+/,
};
