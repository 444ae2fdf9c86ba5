/**
 * A mistake in lab 4: leaves the last committed entry for later.
 *
 * Paper: §5.3. An off-by-one: < for <=.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'last-one-waits',
  mistake: 'leaves the last committed entry for later',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace: 'const entry = index < state.commitIndex ? state.log.entryAt(index) : undefined;',
    },
  ],
  caughtBy: ['next-message', 'throws', 'learn-4'],
  says: /applied \d of the .* due/,
};
