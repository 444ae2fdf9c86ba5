/**
 * A mistake in lab 4: counts itself twice: once as a server, once more for luck.
 *
 * Paper: §5.3. The count starts at 1 for the leader, and the loop finds the leader again.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R16-one-too-few',
  mistake: 'counts itself twice: once as a server, once more for luck',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = replicated[Math.floor(servers.length / 2)] ?? 0;',
      replace: `let index = state.log.lastIndex;
  while (index > 0) {
    const candidate = index;
    const others = replicated.filter(matched => matched >= candidate).length;
    if (1 + others > servers.length / 2) break;
    index--;
  }`,
    },
  ],
  caughtBy: ['majority-7', 'no-majority', 'one-answers-often', 'half'],
  says: /S1 committed \d+\/1, which only .* no majority/,
};
