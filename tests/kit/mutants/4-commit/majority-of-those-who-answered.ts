/**
 * A mistake in lab 4: takes the majority of the servers it has heard from, not of all.
 *
 * Paper: §5.3. Cut off with one follower, it goes on alone: two of two.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'majority-of-those-who-answered',
  mistake: 'takes the majority of the servers it has heard from, not of all',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: `const heard = replicated.filter(matched => matched > 0);
  const index = heard[Math.floor(heard.length / 2)] ?? 0;`,
    },
  ],
  caughtBy: ['no-majority', 'majority-7'],
  says: /S1 committed \d\/1, which only .* no majority/,
};
