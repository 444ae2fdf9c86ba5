/** Leads only with one vote more than a majority. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'majority-and-one',
  mistake: 'Leads only with one vote more than a majority.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size > server.servers.length / 2 + 1) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['count-2', 'loser'],
  says: /must be leader|with the votes it can get here/,
};
