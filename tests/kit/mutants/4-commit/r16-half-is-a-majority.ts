/**
 * A mistake in lab 4: takes half of the servers for a majority.
 *
 * Paper: §5.3. Clusters of three and five never show it.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R16-half-is-a-majority',
  mistake: 'takes half of the servers for a majority',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = replicated[Math.ceil(servers.length / 2) - 1] ?? 0;',
    },
  ],
  caughtBy: ['majority-5', 'majority-9', 'half', 'random-of-four'],
  says: /S\d committed \d+\/\d+, which only .* no majority/,
  golden: true,
};
