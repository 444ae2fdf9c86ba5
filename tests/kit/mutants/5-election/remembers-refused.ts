/** Remembers the candidate that asked, also when it refuses. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'remembers-refused',
  mistake: 'Remembers the candidate that asked, also when it refuses.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (voteGranted) {\n' +
        '    state.votedFor = candidateId;\n' +
        '    server.resetElectionTimer();\n' +
        '  }\n',
      replace: '  state.votedFor = candidateId;\n' +
        '  if (voteGranted) server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['up-to-date-8', 'one-vote-5'],
  says: /has votedFor|One vote a term is broken/,
};
