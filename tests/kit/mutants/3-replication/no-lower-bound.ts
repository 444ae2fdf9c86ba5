/**
 * A mistake in lab 3: moves nextIndex back behind what has matched.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-lower-bound',
  mistake: 'moves nextIndex back behind what has matched',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace:
        '  void matchIndex;\n' +
        '  state.nextIndex[from] = Math.max(last, 0) + 1;\n',
    },
  ],
  caughtBy: ['results-10'],
  says: /has nextIndex \d+ for S\d+, not \d+/,
};
