/** Stands and leaves votedFor as the last term had it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-old-votedfor',
  mistake: 'Stands and leaves votedFor as the last term had it.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.votedFor = self;\n',
      replace: '  state.votedFor ??= self;\n',
    },
  ],
  caughtBy: ['candidate-4'],
  says: /votedFor must be/,
};
