/**
 * A mistake in lab 4: takes the majority of the others, and forgets that the leader counts.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'majority-of-others',
  mistake: 'takes the majority of the others, and forgets that the leader counts',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'id === self ? state.log.lastIndex : state.matchIndex[id] ?? 0);',
      replace: 'id === self ? 0 : state.matchIndex[id] ?? 0);',
    },
  ],
  caughtBy: ['majority-4', 'majority-11', 'one-away', 'no-majority'],
  says: /S1 has commitIndex \d+, and it must be \d+ — entry .* are a majority/,
};
