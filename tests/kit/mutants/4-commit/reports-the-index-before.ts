/**
 * A mistake in lab 4: reports each entry with the index before its own.
 *
 * Paper: Figure 2: the first index is 1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'reports-the-index-before',
  mistake: 'reports each entry with the index before its own',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'return {index, entry};',
      replace: 'return {index: index - 1, entry};',
    },
  ],
  caughtBy: ['apply', 'random'],
  says: /S1 applied index 0/,
};
