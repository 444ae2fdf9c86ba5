/**
 * A mistake in lab 3: prepares only the followers that come before itself.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stops-at-itself',
  mistake: 'prepares only the followers that come before itself',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'if (follower === self) continue;',
      replace: 'if (follower === self) break;',
    },
  ],
  caughtBy: ['results-4'],
  says: /matchIndex is broken/,
};
