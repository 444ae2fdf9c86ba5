/** Stands without becoming a candidate. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stays-follower',
  mistake: 'Stands without becoming a candidate.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.role = \'candidate\';\n',
      replace: '',
    },
  ],
  caughtBy: ['candidate-1', 'count-2'],
  says: /must be candidate|must be leader/,
};
