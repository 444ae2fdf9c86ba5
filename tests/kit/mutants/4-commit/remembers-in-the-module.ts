/**
 * A mistake in lab 4: counts what it applied in a variable of the module and leaves lastApplied
 * behind.
 *
 * Paper: Figure 2, "State": lastApplied says how far the state machine is.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'remembers-in-the-module',
  mistake: 'counts what it applied in a variable of the module and leaves lastApplied behind',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'export function takeCommitted(',
      replace: `let taken = 0;

export function takeCommitted(`,
    },
    {
      find: 'const index = state.lastApplied + 1;',
      replace: 'const index = taken + 1;',
    },
    {
      find: 'state.lastApplied = index;',
      replace: 'taken = index;',
    },
  ],
  caughtBy: ['apply', 'alone'],
  says: /takeCommitted .*returned the entry at index 1, with lastApplied 0 before and 0 after/,
};
