/** Starts its election timer afresh only for a snapshot that is news. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-timer-only-for-news',
  mistake: 'Starts its election timer afresh only for a snapshot that is news.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.leaderId = leaderId;\n' +
        '  server.resetElectionTimer();\n',
      replace: '  state.leaderId = leaderId;\n' +
        '  if (lastIncludedIndex > state.commitIndex) server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['sender-2'],
  says: /let its election timer run, and must start it afresh/,
};
