/**
 * A mistake in lab 3: counts a success from nextIndex as it is now, not from the results.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R13-match-index-from-next',
  mistake: 'counts a success from nextIndex as it is now, not from the results',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace: '    state.matchIndex[from] = Math.max(matchIndex, nextIndex);\n',
    },
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '    state.nextIndex[from] = nextIndex + 1;\n',
    },
  ],
  caughtBy: ['bytes'],
  says: /matchIndex is broken/,
};
