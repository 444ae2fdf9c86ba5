/** Leads with half the votes, rounded down. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E16-half-rounded-down',
  mistake: 'Leads with half the votes, rounded down.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size >= Math.floor(server.servers.length / 2)) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['count-13', 'three-of-five'],
  says: /must be candidate|more than half of/,
};
