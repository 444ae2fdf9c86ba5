/** Goes back to the end of a snapshot when its results come late. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-next-index-falls',
  mistake: 'Goes back to the end of a snapshot when its results come late.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: 'Math.max(state.nextIndex[from] ?? 1, lastIncludedIndex + 1)',
      replace: 'lastIncludedIndex + 1',
    },
  ],
  caughtBy: [
    'an-older-snapshot-that-arrives-behind-a',
    'results-that-arrive-late-do-not-take',
    'random-snapshots-three',
  ],
  says: /has nextIndex \d+ for \w+, not \d+ or more/,
};
