/**
 * A mistake in lab 3: enters a later term, but stays what it is.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-stays',
  mistake: 'enters a later term, but stays what it is',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: 'if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace: 'if (term > server.state.currentTerm) server.state.currentTerm = term;',
    },
  ],
  caughtBy: ['old-leader'],
  says: /Election Safety is broken/,
};
