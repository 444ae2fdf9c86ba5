/** Does not start its election timer afresh when it grants a vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-timer-on-grant',
  mistake: 'Does not start its election timer afresh when it grants a vote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (voteGranted) {\n' +
        '    state.votedFor = candidateId;\n' +
        '    server.resetElectionTimer();\n' +
        '  }\n',
      replace: '  if (voteGranted) state.votedFor = candidateId;\n',
    },
  ],
  caughtBy: ['timer-1', 'timer-2'],
  says: /must start it afresh/,
};
