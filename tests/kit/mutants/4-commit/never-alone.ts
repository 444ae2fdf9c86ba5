/**
 * A mistake in lab 4: does nothing in a cluster without followers.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-alone',
  mistake: 'does nothing in a cluster without followers',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'replicated.sort((a, b) => b - a);',
      replace: `if (servers.length === 1) return;
  replicated.sort((a, b) => b - a);`,
    },
  ],
  caughtBy: ['alone'],
  says: /S1 has commitIndex 0, and it must be 2/,
};
