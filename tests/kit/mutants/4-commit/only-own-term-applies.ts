/**
 * A mistake in lab 4: applies only entries of currentTerm.
 *
 * Paper: §5.4.2. What is committed with them is applied as well.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-own-term-applies',
  mistake: 'applies only entries of currentTerm',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace: `if (state.log.termAt(index) !== state.currentTerm) return undefined;
  const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;`,
    },
  ],
  caughtBy: ['figure-8-e', 'all-crashed', 'learn-4'],
  says: /applied 0 of the .* due/,
};
