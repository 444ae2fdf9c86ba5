/** Starts its election timer afresh for a leader of an earlier term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'timer-on-earlier-leader',
  mistake: 'Starts its election timer afresh for a leader of an earlier term.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n' +
        '  if (term < state',
      replace: '  observeTerm(server, term);\n' +
        '  server.resetElectionTimer();\n' +
        '  if (term < state',
    },
  ],
  caughtBy: ['timer-11'],
  says: /must let it run/,
};
