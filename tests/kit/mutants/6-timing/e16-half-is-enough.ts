/** Leads with the votes of half of the servers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E16-half-is-enough',
  mistake: 'Leads with the votes of half of the servers.',
  lab: 6,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size >= Math.floor(server.servers.length / 2)) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['many-elections', 'fail-no-agree'],
  says: /needs those of more than half/,
};
