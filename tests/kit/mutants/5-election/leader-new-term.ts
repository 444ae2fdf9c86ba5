/** Enters a new term when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-new-term',
  mistake: 'Enters a new term when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votes',
      replace: '  state.leaderId = server.self;\n' +
        '  state.currentTerm++;\n' +
        '  state.votes',
    },
  ],
  caughtBy: ['count-1', 'winner'],
  says: /has currentTerm|has votedFor|more than half of/,
};
