/** Forgets whom it voted for whenever a better log asks. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'frees-vote-when-asked',
  mistake: 'Forgets whom it voted for whenever a better log asks.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isFree = state.votedFor === null || state.votedFor === candidateId;\n',
      replace: '  const isFree = state.votedFor === null || lastLogIndex > ' +
        'state.log.lastIndex || state.votedFor === candidateId;\n',
    },
  ],
  caughtBy: ['rival-2', 'figure-8-d'],
  says: /One vote a term is broken/,
};
