/**
 * A mistake in lab 3: lets matchIndex fall when an older success arrives.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-falls',
  mistake: 'lets matchIndex fall when an older success arrives',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace:
        '    void matchIndex;\n' +
        '    state.matchIndex[from] = results.matchIndex;\n',
    },
  ],
  caughtBy: ['slow-follower'],
  says: /matchIndex is broken/,
};
