/**
 * A mistake in lab 4: commits what one follower holds, whatever the size of the cluster.
 *
 * Paper: §5.3. Written for a cluster of three.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'one-follower-is-enough',
  mistake: 'commits what one follower holds, whatever the size of the cluster',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = replicated[Math.min(1, servers.length - 1)] ?? 0;',
    },
  ],
  caughtBy: ['no-majority', 'majority-7'],
  says: /S1 committed \d\/1, which only .* no majority/,
};
