/** Gives the snapshot the current term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-term-of-now',
  mistake: 'Gives the snapshot the current term.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm, data};',
      replace: '  state.snapshot = {lastIncludedIndex: index, lastIncludedTerm: ' +
        'state.currentTerm, data};',
    },
  ],
  caughtBy: ['needs-1', 'needs-2', 'random-snapshots-five'],
  says: /name the last entry in the snapshot|lastIncludedTerm is the term of the entry/,
};
