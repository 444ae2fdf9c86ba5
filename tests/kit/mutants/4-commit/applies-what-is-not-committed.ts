/**
 * A mistake in lab 4: applies whatever the log holds.
 *
 * Paper: §5.3. To hold an entry is not to know that it is committed.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'applies-what-is-not-committed',
  mistake: 'applies whatever the log holds',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find: 'const entry = index <= state.commitIndex ? state.log.entryAt(index) : undefined;',
      replace: 'const entry = index <= state.log.lastIndex ? state.log.entryAt(index) : undefined;',
    },
  ],
  caughtBy: ['next-message', 'no-majority', 'half'],
  says: /S\d has lastApplied \d+ beyond its commitIndex \d+/,
};
