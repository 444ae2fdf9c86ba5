/** Grants a vote and does not remember it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'forgets-its-vote',
  mistake: 'Grants a vote and does not remember it.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    state.votedFor = candidateId;\n',
      replace: '',
    },
  ],
  caughtBy: ['up-to-date-1'],
  says: /votedFor must be/,
};
