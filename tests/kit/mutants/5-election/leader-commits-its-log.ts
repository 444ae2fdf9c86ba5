/** Takes its whole log for committed when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-commits-its-log',
  mistake: 'Takes its whole log for committed when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votes',
      replace: '  state.leaderId = server.self;\n' +
        '  state.commitIndex = state.log.lastIndex;\n' +
        '  state.votes',
    },
  ],
  caughtBy: ['count-1'],
  says: /commit rule is broken/,
};
