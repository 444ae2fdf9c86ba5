/**
 * A mistake in lab 4: counts nextIndex - 1 instead of matchIndex.
 *
 * Paper: §5.3; Figure 2, "State". nextIndex is a guess; only matchIndex is known.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-next-index',
  mistake: 'counts nextIndex - 1 instead of matchIndex',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'id === self ? state.log.lastIndex : state.matchIndex[id] ?? 0);',
      replace: 'id === self ? state.log.lastIndex : (state.nextIndex[id] ?? 1) - 1);',
    },
  ],
  caughtBy: ['majority-4', 'own-term-2', 'own-term-3'],
  says: /S1 committed \d\/\d, which only S1.* no majority/,
};
