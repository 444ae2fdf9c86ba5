/**
 * A mistake in lab 4: waits until all servers hold an entry.
 *
 * Paper: §5.3. One slow server stops the cluster.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R16-waits-for-all',
  mistake: 'waits until all servers hold an entry',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = replicated.at(-1) ?? 0;',
    },
  ],
  caughtBy: ['one-away', 'majority-4', 'no-majority', 'newest-first'],
  says: /S1 has commitIndex 0, and it must be \d+ — entry .* are a majority/,
};
