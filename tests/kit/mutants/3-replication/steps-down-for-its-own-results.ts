/**
 * A mistake in lab 3: becomes a follower whenever it hears of its own term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'steps-down-for-its-own-results',
  mistake: 'becomes a follower whenever it hears of its own term',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: 'if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace: 'if (term >= server.state.currentTerm) becomeFollower(server, term);',
    },
  ],
  caughtBy: ['backup-4'],
  says: /has another log than S\d+ from index \d+ on/,
};
