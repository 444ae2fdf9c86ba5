/** Counts messages, not voters: a vote that arrives twice counts twice. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-messages',
  mistake: 'Counts messages, not voters: a vote that arrives twice counts twice.',
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
      find: '  state.votesGranted = new Set([self]);\n',
      replace: '  state.votesGranted = new Set([self]);\n' +
        '  votes = 1;\n',
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
  caughtBy: ['count-15', 'random-five'],
  says: /must be candidate|more than half of/,
};
