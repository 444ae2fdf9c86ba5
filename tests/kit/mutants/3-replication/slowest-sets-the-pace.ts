/**
 * A mistake in lab 3: sends everybody what the slowest follower lacks.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'slowest-sets-the-pace',
  mistake: 'sends everybody what the slowest follower lacks',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'nextIndex[follower] ?? log.lastIndex + 1;',
      replace: 'Math.min(nextIndex[follower] ?? 1, ...Object.values(nextIndex));',
    },
  ],
  caughtBy: ['away'],
  says: /Too many entries:/,
};
