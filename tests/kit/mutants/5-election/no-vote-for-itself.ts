/** Stands without voting for itself, and may vote for a rival. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-vote-for-itself',
  mistake: 'Stands without voting for itself, and may vote for a rival.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.votedFor = self;\n',
      replace: '  state.votedFor = null;\n',
    },
  ],
  caughtBy: ['candidate-1'],
  says: /votedFor must be/,
};
