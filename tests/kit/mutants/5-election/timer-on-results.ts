/** Starts its election timer afresh on every results of a RequestVote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'timer-on-results',
  mistake: 'Starts its election timer afresh on every results of a RequestVote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '  observeTerm(server, results.term);\n' +
        '  server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-12'],
  says: /must let it run/,
};
