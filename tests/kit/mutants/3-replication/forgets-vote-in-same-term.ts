/**
 * A mistake in lab 3: forgets its vote when it gives up a candidacy.
 *
 * Paper: §5.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'forgets-vote-in-same-term',
  mistake: 'forgets its vote when it gives up a candidacy',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.role = \'follower\';\n',
      replace:
        '  state.role = \'follower\';\n' +
        '  state.votedFor = null;\n',
    },
  ],
  caughtBy: ['terms-8', 'terms-9'],
  says: /must have votedFor S\d+ now, and has null/,
  golden: true,
};
