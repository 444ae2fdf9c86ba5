/** Believes late results against later ones. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-match-index-falls',
  mistake: 'Believes late results against later ones.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  state.matchIndex[from] = Math.max(state.matchIndex[from] ?? 0, ' +
        'lastIncludedIndex);\n' +
        '  state.nextIndex[from] = Math.max(state.nextIndex[from] ?? 1, ' +
        'lastIncludedIndex + 1);\n',
      replace: '  state.matchIndex[from] = lastIncludedIndex;\n' +
        '  state.nextIndex[from] = lastIncludedIndex + 1;\n',
    },
  ],
  caughtBy: [
    'an-older-snapshot-that-arrives-behind-a',
    'results-that-arrive-late-do-not-take',
    'random-snapshots-three',
  ],
  says: /lowered matchIndex\[\w+\] from/,
};
