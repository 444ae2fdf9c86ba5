/**
 * A mistake in lab 4: moves lastApplied together with commitIndex, so that nothing is left to
 * apply.
 *
 * Paper: §5.3. To commit is one thing, to apply another.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'marks-as-applied',
  mistake: 'moves lastApplied together with commitIndex, so that nothing is left to apply',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: `    state.commitIndex = index;
`,
      replace: `    state.commitIndex = index;
    state.lastApplied = index;
`,
    },
  ],
  caughtBy: ['apply', 'alone', 'throws'],
  says: /S1 applied 0 of the \d entries due/,
};
