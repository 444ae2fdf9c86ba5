/** Refuses the candidate it has voted for, when its request comes again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-repeats',
  mistake: 'Refuses the candidate it has voted for, when its request comes again.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  const isFree = state.votedFor === null || state.votedFor === candidateId;\n',
      replace: '  const isFree = state.votedFor === null;\n',
    },
  ],
  caughtBy: ['one-vote-2'],
  says: /must grant it/,
};
