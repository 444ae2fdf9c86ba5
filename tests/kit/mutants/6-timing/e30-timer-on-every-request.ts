/** Starts its election timer afresh on every RequestVote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E30-timer-on-every-request',
  mistake: 'Starts its election timer afresh on every RequestVote.',
  lab: 6,
  file: 'election.ts',
  edits: [
    {
      find: '  if (voteGranted) {\n' +
        '    state.votedFor = candidateId;\n' +
        '    server.resetElectionTimer();\n' +
        '  }\n',
      replace: '  server.resetElectionTimer();\n' +
        '  if (voteGranted) state.votedFor = candidateId;\n',
    },
  ],
  caughtBy: ['timer-7', 'timer-8', 'timer-9'],
  says: /had to run on/,
};
