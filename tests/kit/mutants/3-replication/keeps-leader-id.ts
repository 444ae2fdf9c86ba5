/**
 * A mistake in lab 3: takes the leader of an earlier term for that of a later one.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'keeps-leader-id',
  mistake: 'takes the leader of an earlier term for that of a later one',
  lab: 3,
  file: 'terms.ts',
  edits: [
    {
      find: '    state.leaderId = null;\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-13'],
  says: /must have leaderId null now, and has S\d+/,
};
