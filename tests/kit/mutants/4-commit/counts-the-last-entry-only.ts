/**
 * A mistake in lab 4: commits only if a majority holds the whole log of the leader.
 *
 * Paper: §5.3. Under load that moment never comes.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-the-last-entry-only',
  mistake: 'commits only if a majority holds the whole log of the leader',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: `const last = state.log.lastIndex;
  const holders = replicated.filter(matched => matched >= last).length;
  const index = holders > servers.length / 2 ? last : 0;`,
    },
  ],
  caughtBy: ['majority-4', 'majority-8', 'own-term-5'],
  says: /S1 has commitIndex 0, and it must be [23]/,
};
