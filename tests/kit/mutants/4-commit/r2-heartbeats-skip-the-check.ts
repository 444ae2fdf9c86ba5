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
      find: 'if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {',
      replace:
        'if (entries.length === 0 || state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {',
    },
  ],
  caughtBy: ['learn-9', 'random'],
  says: /S\d .*commitIndex.* but its log ends at index/,
};
