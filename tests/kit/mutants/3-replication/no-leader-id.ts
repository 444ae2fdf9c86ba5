/**
 * A mistake in lab 3: does not remember who leads.
 *
 * Paper: Figure 2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-leader-id',
  mistake: 'does not remember who leads',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.leaderId = request.leaderId;\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-4'],
  says: /must have leaderId S\d+ now, and has null/,
};
