/**
 * A mistake in lab 3: enters the term, but never becomes a follower.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-its-role',
  mistake: 'enters the term, but never becomes a follower',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.role = \'follower\';\n',
      replace: '',
    },
  ],
  caughtBy: ['left-behind'],
  says: /Election Safety is broken/,
};
