/** Leads only with the votes of all servers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E17-needs-all',
  mistake: 'Leads only with the votes of all servers.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size === server.servers.length) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['count-3', 'three-of-five', 'complete'],
  says: /must be leader|with the votes it can get here/,
};
