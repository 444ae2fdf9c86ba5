/** Keeps its votes when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-votes',
  mistake: 'Keeps its votes when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votesGranted = new Set();\n',
      replace: '  state.leaderId = server.self;\n',
    },
  ],
  caughtBy: ['fresh'],
  says: /has votesGranted/,
};
