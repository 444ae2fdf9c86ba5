/** Starts its election timer only for AppendEntries that it accepts. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E32-no-timer-on-refused',
  mistake: 'Starts its election timer only for AppendEntries that it accepts.',
  lab: 6,
  file: 'replication.ts',
  edits: [
    {
      find: '  server.resetElectionTimer();\n' +
        '\n' +
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n',
      replace: '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-2', 'timer-3'],
  says: /had to start afresh/,
};
