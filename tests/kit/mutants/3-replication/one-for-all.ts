/**
 * A mistake in lab 3: notes the success of one follower for all of them.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-for-all',
  mistake: 'notes the success of one follower for all of them',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.matchIndex[from] = Math.max(matchIndex, results.matchIndex);\n',
      replace:
        '    for (const one of Object.keys(state.matchIndex)) state.matchIndex[one] = ' +
        'Math.max(matchIndex, results.matchIndex);\n',
    },
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace:
        '    for (const one of Object.keys(state.nextIndex)) state.nextIndex[one] = ' +
        'Math.max(nextIndex, results.matchIndex + 1);\n',
    },
  ],
  caughtBy: ['terms-16'],
  says: /matchIndex is broken/,
};
