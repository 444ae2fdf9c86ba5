/**
 * A mistake in lab 4: thinks that three servers are always a majority.
 *
 * Paper: §5.3. Written for a cluster of five.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'always-three',
  mistake: 'thinks that three servers are always a majority',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = replicated[2] ?? 0;',
    },
  ],
  caughtBy: ['majority-2', 'majority-12', 'alone'],
  says: /S1 has commitIndex \d+, and it must be \d+/,
};
