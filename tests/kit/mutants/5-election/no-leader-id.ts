/** Becomes leader and does not know that it is the leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-leader-id',
  mistake: 'Becomes leader and does not know that it is the leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n',
      replace: '',
    },
  ],
  caughtBy: ['winner'],
  says: /has leaderId/,
};
