/**
 * A mistake in lab 4: accepts a heartbeat without looking at the entry it names.
 *
 * Paper: §5.3. Then a follower commits what it does not hold.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R2-heartbeats-skip-the-check',
  mistake: 'accepts a heartbeat without looking at the entry it names',
  lab: 4,
  file: 'replication.ts',
  edits: [
    {
      find: 'if (state.log.appendEntries(',
      replace: 'if (entries.length === 0 || state.log.appendEntries(',
    },
  ],
  caughtBy: ['learn-9'],
  says: /S3 has commitIndex 4, but its log ends at index 1/,
};
