/** Starts again with a vote of an earlier term, when it has given none in the last. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-keeps-the-old-vote',
  mistake: 'Starts again with a vote of an earlier term, when it has given none in the last.',
  lab: 7,
  file: 'persistence.ts',
  edits: [
    {
      find: '        state.votedFor = record.votedFor;\n',
      replace: '        state.votedFor = record.votedFor ?? state.votedFor;\n',
    },
  ],
  caughtBy: ['restored-7', 'told-6'],
  says: /votedFor S2 — before, it was null/,
};
