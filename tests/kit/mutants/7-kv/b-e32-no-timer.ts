/** Lets its election timer run when a snapshot arrives. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-E32-no-timer',
  mistake: 'Lets its election timer run when a snapshot arrives.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.leaderId = leaderId;\n' +
        '  server.resetElectionTimer();\n',
      replace: '  state.leaderId = leaderId;\n',
    },
  ],
  caughtBy: ['sender-1', 'sender-2'],
  says: /let its election timer run, and must start it afresh/,
};
