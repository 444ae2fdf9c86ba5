/** Keeps votedFor when it enters a later term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E20-vote-kept-in-new-term',
  mistake: 'Keeps votedFor when it enters a later term.',
  lab: 5,
  file: 'terms.ts',
  edits: [
    {
      find: '    state.votedFor = null;\n',
      replace: '',
    },
  ],
  caughtBy: ['one-vote-3', 'split-vote'],
  says: /must grant it|with the votes it can get here/,
};
