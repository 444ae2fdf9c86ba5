/** Does not start its election timer afresh on AppendEntries that it must refuse. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E32-no-timer-on-refused',
  mistake: 'Does not start its election timer afresh on AppendEntries that it must refuse.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.leaderId = request.leaderId;\n' +
        '  server.resetElectionTimer();\n',
      replace: '  state.leaderId = request.leaderId;\n',
    },
    {
      find: '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n',
      replace: '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-4', 'timer-5'],
  says: /must start it afresh/,
};
