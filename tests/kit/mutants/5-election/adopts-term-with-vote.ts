/** Enters a later term only if it also grants the vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'adopts-term-with-vote',
  mistake: 'Enters a later term only if it also grants the vote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n',
      replace: '',
    },
    {
      find: '  const isFree = state.votedFor === null || state.votedFor === candidateId;\n',
      replace: '  const isFree = term > state.currentTerm || state.votedFor === null || ' +
        'state.votedFor === candidateId;\n',
    },
    {
      find: '  const voteGranted = term === state.currentTerm && isFree && isUpToDate;\n',
      replace: '  const voteGranted = term >= state.currentTerm && isFree && isUpToDate;\n' +
        '  if (voteGranted) observeTerm(server, term);\n',
    },
  ],
  caughtBy: ['up-to-date-8', 'timer-11'],
  says: /has currentTerm|must let it run/,
};
