/**
 * A mistake in lab 3: moves all followers back when one refuses.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'all-back-up',
  mistake: 'moves all followers back when one refuses',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  for (const one of Object.keys(state.nextIndex)) state.nextIndex[one] = ' +
        'Math.max(last, state.matchIndex[one] ?? 0, matchIndex) + 1;\n',
    },
  ],
  caughtBy: ['figure7-together'],
  says: /has another log than S\d+ from index \d+ on/,
};
