/** Starts its election timer afresh when results of AppendEntries arrive. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'timer-on-append-results',
  mistake: 'Starts its election timer afresh when results of AppendEntries arrive.',
  lab: 5,
  file: 'replication.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '  observeTerm(server, results.term);\n' +
        '  server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-14'],
  says: /must let it run/,
};
