/**
 * A mistake in lab 3: moves the nextIndex of all followers on a success of one.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-next-index-for-all',
  mistake: 'moves the nextIndex of all followers on a success of one',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    state.nextIndex[from] = Math.max(nextIndex, results.matchIndex + 1);\n',
      replace:
        '    for (const one of Object.keys(state.nextIndex)) state.nextIndex[one] = ' +
        'Math.max(nextIndex, results.matchIndex + 1);\n',
    },
  ],
  caughtBy: ['one-leader'],
  says: /has another log than S\d+ from index \d+ on/,
};
