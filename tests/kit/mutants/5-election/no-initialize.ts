/** Becomes leader and prepares neither nextIndex nor matchIndex. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-initialize',
  mistake: 'Becomes leader and prepares neither nextIndex nor matchIndex.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.votesGranted = new Set();\n' +
        '  initializeLeader(server);\n',
      replace: '  state.votesGranted = new Set();\n',
    },
    {
      find: 'import {initializeLeader} from \'#solution/replication\';\n',
      replace: '',
    },
  ],
  caughtBy: ['fresh', 'returning-leader'],
  says: /has nextIndex|has another log/,
};
