/**
 * A mistake in lab 4: returns an entry without moving lastApplied.
 *
 * Paper: §5.3. The next call returns it again.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R26-applies-twice',
  mistake: 'returns an entry without moving lastApplied',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: `state.lastApplied = index;
  return`,
      replace: 'return',
    },
  ],
  caughtBy: ['apply', 'throws', 'random'],
  says: /takeCommitted .*returned the entry at index 1, with lastApplied 0 before and 0 after/,
};
