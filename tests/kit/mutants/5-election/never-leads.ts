/** Wins and stays a candidate. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-leads',
  mistake: 'Wins and stays a candidate.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.role = \'leader\';\n',
      replace: '',
    },
  ],
  caughtBy: ['count-1', 'winner'],
  says: /must be leader|with the votes it can get here/,
};
