/** Counts votes in a variable of the file, which no election sets back. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E14-counter-of-the-file',
  mistake: 'Counts votes in a variable of the file, which no election sets back.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'export function becomeCandidate(',
      replace: 'let votes = 1;\n' +
        '\n' +
        'export function becomeCandidate(',
    },
    {
      find: '  state.votesGranted.add(from);\n',
      replace: '  state.votesGranted.add(from);\n' +
        '  votes++;\n',
    },
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (votes > server.servers.length / 2) becomeLeader(server);\n',
    },
  ],
  caughtBy: ['count-15', 'fresh-votes'],
  says: /must be candidate|more than half of/,
};
