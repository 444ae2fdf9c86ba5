/**
 * A mistake in lab 4: applies one entry and marks all committed ones as applied.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-the-oldest',
  mistake: 'applies one entry and marks all committed ones as applied',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'state.lastApplied = index;',
      replace: 'state.lastApplied = state.commitIndex;',
    },
  ],
  caughtBy: ['one-away', 'apply', 'figure-8-e'],
  says: /S1 applied [12] of the \d entries due/,
};
