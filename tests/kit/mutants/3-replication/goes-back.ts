/**
 * A mistake in lab 3: enters any other term, earlier ones too.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'goes-back',
  mistake: 'enters any other term, earlier ones too',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: 'if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace: 'if (term !== server.state.currentTerm) becomeFollower(server, term);',
    },
    {
      find: '  if (term > state.currentTerm) {',
      replace: '  if (term !== state.currentTerm) {',
    },
  ],
  caughtBy: ['terms-15'],
  says: /Monotonicity is broken/,
};
