/**
 * A mistake in lab 3: moves nextIndex back for a late refusal, behind what has matched.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stale-refusal-below-match',
  mistake: 'moves nextIndex back for a late refusal, behind what has matched',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (prevLogIndex !== nextIndex - 1) return;\n',
      replace: '',
    },
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  state.nextIndex[from] = Math.max(Math.min(last + 1, nextIndex - 1), 1);\n' +
        '  void matchIndex;\n',
    },
  ],
  caughtBy: ['results-9'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
