/** Asks only as many servers as a majority needs. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'asks-only-a-majority',
  mistake: 'Asks only as many servers as a majority needs.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (role !== \'candidate\' || votesGranted.has(voter)) return undefined;\n',
      replace: '  if (role !== \'candidate\' || votesGranted.has(voter)) return undefined;\n' +
        '  if (server.servers.indexOf(voter) > server.servers.length / 2) return ' +
        'undefined;\n',
    },
  ],
  caughtBy: ['candidate-1', 'winner'],
  says: /has asked for the votes of|has votedFor/,
};
