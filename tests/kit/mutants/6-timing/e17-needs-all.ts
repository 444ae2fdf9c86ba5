/** Leads only with the votes of all servers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E17-needs-all',
  mistake: 'Leads only with the votes of all servers.',
  lab: 6,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size === server.servers.length) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['re-election', 'leader-failure', 'many-elections'],
  says: /No (leader|agreement)/,
};
