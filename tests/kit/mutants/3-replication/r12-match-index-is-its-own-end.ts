/**
 * A mistake in lab 3: takes a success for everything it has by now.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R12-match-index-is-its-own-end',
  mistake: 'takes a success for everything it has by now',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace: '    state.matchIndex[from] = Math.max(matchIndex, state.log.lastIndex);\n',
    },
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '    state.nextIndex[from] = Math.max(nextIndex, state.log.lastIndex + 1);\n',
    },
  ],
  caughtBy: ['results-2'],
  says: /matchIndex is broken/,
};
