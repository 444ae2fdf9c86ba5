/** Stands and still names the leader of the last term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-leader-id',
  mistake: 'Stands and still names the leader of the last term.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = null;\n',
      replace: '',
    },
  ],
  caughtBy: ['candidate-5'],
  says: /has leaderId/,
};
