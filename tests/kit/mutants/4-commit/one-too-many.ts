/**
 * A mistake in lab 4: asks for one server more than a majority.
 *
 * Paper: §5.3. A wrong floor, or a strict comparison too many.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-too-many',
  mistake: 'asks for one server more than a majority',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = replicated[Math.floor(servers.length / 2) + 1] ?? 0;',
    },
  ],
  caughtBy: ['majority-4', 'majority-6', 'one-away', 'no-majority'],
  says: /S1 has commitIndex \d+, and it must be \d+ — entry .* are a majority/,
};
