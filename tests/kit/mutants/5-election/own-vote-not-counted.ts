/** Votes for itself and does not count that vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'own-vote-not-counted',
  mistake: 'Votes for itself and does not count that vote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.votesGranted = new Set([self]);\n',
      replace: '  state.votesGranted = new Set();\n',
    },
  ],
  caughtBy: ['candidate-1', 'count-3'],
  says: /has votesGranted|must be leader/,
};
