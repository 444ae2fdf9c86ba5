/**
 * A mistake in lab 3: forgets what has matched when it is refused.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refusal-clears-match-index',
  mistake: 'forgets what has matched when it is refused',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n' +
        '  state.matchIndex[from] = 0;\n',
    },
  ],
  caughtBy: ['results-8'],
  says: /matchIndex is broken/,
};
