/**
 * A mistake in lab 4: takes the entry at lastApplied, as if indexes started at 0.
 *
 * Paper: Figure 2: the first index is 1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'counts-from-zero',
  mistake: 'takes the entry at lastApplied, as if indexes started at 0',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace:
        'const entry = index <= state.commitIndex ? state.log.entryAt(index - 1) : undefined;',
    },
  ],
  caughtBy: ['apply', 'learn-1'],
  says: /applied 0 of the .* due/,
};
