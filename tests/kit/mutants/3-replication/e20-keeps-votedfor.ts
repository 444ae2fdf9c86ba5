/**
 * A mistake in lab 3: keeps its vote in a later term.
 *
 * Paper: §5.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E20-keeps-votedFor',
  mistake: 'keeps its vote in a later term',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '    state.votedFor = null;\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-1'],
  says: /must have votedFor null now, and has S\d+/,
};
