/**
 * A mistake in lab 4: the leader commits an entry as soon as it has appended it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R15-commits-at-once',
  mistake: 'the leader commits an entry as soon as it has appended it',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: 'const index = state.log.lastIndex;',
    },
  ],
  caughtBy: ['next-message', 'majority-3', 'no-majority', 'half'],
  says: /S1 committed \d+\/1, which only .* no majority/,
};
