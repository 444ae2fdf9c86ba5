/**
 * A mistake in lab 3: keeps nextIndex when it steps down.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-next-index',
  mistake: 'keeps nextIndex when it steps down',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.nextIndex = {};\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-12'],
  says: /keeps nextIndex/,
};
