/** Answers with the term of the request, so that a stale candidate never learns. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'answers-with-request-term',
  mistake: 'Answers with the term of the request, so that a stale candidate never learns.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  return {term: state.currentTerm, voteGranted};\n',
      replace: '  return {term, voteGranted};\n',
    },
  ],
  caughtBy: ['one-vote-7'],
  says: /carries the sender's currentTerm/,
};
