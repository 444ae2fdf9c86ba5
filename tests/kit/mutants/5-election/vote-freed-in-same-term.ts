/** Empties votedFor whenever it becomes a follower, also in the same term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'vote-freed-in-same-term',
  mistake: 'Empties votedFor whenever it becomes a follower, also in the same term.',
  lab: 5,
  file: 'terms.ts',
  edits: [
    {
      find: '    state.votedFor = null;\n',
      replace: '',
    },
    {
      find: '  state.role = \'follower\';\n',
      replace: '  state.votedFor = null;\n' +
        '  state.role = \'follower\';\n',
    },
  ],
  caughtBy: ['loser'],
  says: /has votedFor/,
};
