/**
 * A mistake in lab 4: counts a follower for an index only if it holds a later one too.
 *
 * Paper: §5.3. The last entry is never committed.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'strict-comparison',
  mistake: 'counts a follower for an index only if it holds a later one too',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'id === self ? state.log.lastIndex : state.matchIndex[id] ?? 0);',
      replace: 'id === self ? state.log.lastIndex : (state.matchIndex[id] ?? 0) - 1);',
    },
  ],
  caughtBy: ['majority-2', 'next-message', 'newest-first'],
  says: /S1 has commitIndex \d, and it must be \d/,
};
