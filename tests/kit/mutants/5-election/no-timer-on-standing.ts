/** Does not start its election timer afresh when it stands. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-timer-on-standing',
  mistake: 'Does not start its election timer afresh when it stands.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  server.resetElectionTimer();\n' +
        '  if (servers.length',
      replace: '  if (servers.length',
    },
  ],
  caughtBy: ['candidate-1'],
  says: /must start it afresh/,
};
