/**
 * A mistake in lab 4: lets only followers apply.
 *
 * Paper: §5.3. The leader has a state machine too.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-followers-apply',
  mistake: 'lets only followers apply',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace: `if (state.role === 'leader') return undefined;
  const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;`,
    },
  ],
  caughtBy: ['apply', 'alone', 'newest-first'],
  says: /S1 applied 0 of the \d entries due/,
};
