/** Sets commitIndex back to 0 when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-resets-commit-index',
  mistake: 'Sets commitIndex back to 0 when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votes',
      replace: '  state.leaderId = server.self;\n' +
        '  state.commitIndex = 0;\n' +
        '  state.votes',
    },
  ],
  caughtBy: ['fresh'],
  says: /commitIndex of S\d fell/,
};
