/**
 * A mistake in lab 3: does not move nextIndex back.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R17-never-backs-up',
  mistake: 'does not move nextIndex back',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  state.nextIndex[from] = Math.max(last, matchIndex) + 1;\n',
      replace: '  void last;\n',
    },
  ],
  caughtBy: ['figure7-2'],
  says: /has log \(terms\)/,
};
