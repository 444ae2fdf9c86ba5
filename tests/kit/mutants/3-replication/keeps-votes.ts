/**
 * A mistake in lab 3: keeps the votes of an election that is over.
 *
 * Paper: §5.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-votes',
  mistake: 'keeps the votes of an election that is over',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.votesGranted = new Set();\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-10'],
  says: /keeps votes of S\d+ as a follower/,
};
