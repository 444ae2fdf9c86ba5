/** Grants a second vote in the same term: it never looks at votedFor. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E1-votes-twice',
  mistake: 'Grants a second vote in the same term: it never looks at votedFor.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isFree = state.votedFor === null || state.votedFor === candidateId;\n',
      replace: '  const isFree = true;\n',
    },
  ],
  caughtBy: ['one-vote-5', 'one-vote-6', 'split-vote'],
  says: /One vote a term is broken/,
};
