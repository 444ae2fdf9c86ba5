/** Empties votedFor when it becomes leader, and votes again in the same term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-frees-vote',
  mistake: 'Empties votedFor when it becomes leader, and votes again in the same term.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.leaderId = server.self;\n' +
        '  state.votes',
      replace: '  state.leaderId = server.self;\n' +
        '  state.votedFor = null;\n' +
        '  state.votes',
    },
  ],
  caughtBy: ['loser', 'rival-3'],
  says: /One vote a term is broken/,
};
