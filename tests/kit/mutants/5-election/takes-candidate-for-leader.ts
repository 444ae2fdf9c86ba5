/** Takes the candidate it votes for as its leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'takes-candidate-for-leader',
  mistake: 'Takes the candidate it votes for as its leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    state.votedFor = candidateId;\n',
      replace: '    state.votedFor = candidateId;\n' +
        '    state.leaderId = candidateId;\n',
    },
  ],
  caughtBy: ['up-to-date-1'],
  says: /has leaderId/,
};
