/**
 * A mistake in lab 3: keeps matchIndex when it steps down.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-match-index',
  mistake: 'keeps matchIndex when it steps down',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.matchIndex = {};\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-12'],
  says: /keeps matchIndex/,
};
