/**
 * A mistake in lab 3: lets matchIndex and nextIndex fall when an older success arrives.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'both-fall',
  mistake: 'lets matchIndex and nextIndex fall when an older success arrives',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace: '    state.matchIndex[from] = results.matchIndex;\n',
    },
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace: '    state.nextIndex[from] = results.matchIndex + 1;\n',
    },
  ],
  caughtBy: ['late-request'],
  says: /matchIndex is broken/,
};
