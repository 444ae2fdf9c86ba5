/** Does not start its election timer afresh on a heartbeat, only when entries come. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-timer-on-heartbeat',
  mistake: 'Does not start its election timer afresh on a heartbeat, only when entries come.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  server.resetElectionTimer();\n',
      replace: '  if (entries.length > 0) server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-3'],
  says: /must start it afresh/,
};
