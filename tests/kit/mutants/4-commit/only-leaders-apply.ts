/**
 * A mistake in lab 4: lets only the leader apply.
 *
 * Paper: §5.3. Every server has a state machine.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-leaders-apply',
  mistake: 'lets only the leader apply',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace: `if (state.role !== 'leader') return undefined;
  const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;`,
    },
  ],
  caughtBy: ['apply', 'next-message', 'restarts'],
  says: /S2 applied 0 of the .* due/,
};
