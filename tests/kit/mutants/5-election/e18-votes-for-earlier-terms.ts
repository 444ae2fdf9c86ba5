/** Votes for a candidate of an earlier term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E18-votes-for-earlier-terms',
  mistake: 'Votes for a candidate of an earlier term.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const voteGranted = term === state.currentTerm && isFree && isUpToDate;\n',
      replace: '  const voteGranted = isFree && isUpToDate;\n',
    },
  ],
  caughtBy: ['one-vote-7', 'one-vote-8'],
  says: /must refuse/,
};
