/** Votes only in a term that it has not heard of before. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-later-terms',
  mistake: 'Votes only in a term that it has not heard of before.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n',
      replace: '  const isLater = term > state.currentTerm;\n' +
        '  observeTerm(server, term);\n',
    },
    {
      find: '  const voteGranted = term === state.currentTerm && isFree && isUpToDate;\n',
      replace: '  const voteGranted = isLater && isFree && isUpToDate;\n',
    },
  ],
  caughtBy: ['one-vote-1'],
  says: /must grant it/,
};
