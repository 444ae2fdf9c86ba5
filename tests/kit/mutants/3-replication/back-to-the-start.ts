/**
 * A mistake in lab 3: sends everything again after any refusal.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'back-to-the-start',
  mistake: 'sends everything again after any refusal',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  void last;\n' +
        '  state.nextIndex[from] = matchIndex + 1;\n',
    },
  ],
  caughtBy: ['hint-used-1'],
  says: /has nextIndex \d+ for S\d+, not from \d+ to \d+/,
};
