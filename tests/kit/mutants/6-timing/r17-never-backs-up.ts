/** A refusal does not move nextIndex. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R17-never-backs-up',
  mistake: 'A refusal does not move nextIndex.',
  lab: 6,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace: '  state.nextIndex[from] = Math.max(nextIndex, matchIndex + 1);\n',
    },
  ],
  caughtBy: ['fail-agree', 'rejoin', 'backup'],
  says: /No agreement/,
};
