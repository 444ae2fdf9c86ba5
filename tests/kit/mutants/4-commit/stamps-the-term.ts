/**
 * A mistake in lab 4: hands entries over with currentTerm instead of their own.
 *
 * Paper: Figure 2: an entry keeps the term of the leader that created it.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stamps-the-term',
  mistake: 'hands entries over with currentTerm instead of their own',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'return {index, entry};',
      replace: 'return {index, entry: {...entry, term: state.currentTerm}};',
    },
  ],
  caughtBy: ['learn-1', 'figure-8-e'],
  says: /S1 applied .* of term \d at index 1 — that is not what its log holds/,
};
