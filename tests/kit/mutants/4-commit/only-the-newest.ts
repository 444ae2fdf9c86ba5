/**
 * A mistake in lab 4: applies only the newest committed entry and skips those before.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-the-newest',
  mistake: 'applies only the newest committed entry and skips those before',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const index = state.lastApplied + 1;',
      replace: `const index = state.commitIndex > state.lastApplied
    ? state.commitIndex : state.lastApplied + 1;`,
    },
  ],
  caughtBy: ['one-away', 'apply', 'newest-first'],
  says: /S1 applied index 3/,
};
