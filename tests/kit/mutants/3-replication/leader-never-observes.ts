/**
 * A mistake in lab 3: does not look at the term of results.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-never-observes',
  mistake: 'does not look at the term of results',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '',
    },
  ],
  caughtBy: ['terms-6'],
  says: /must have currentTerm \d+ now, and has \d+/,
};
