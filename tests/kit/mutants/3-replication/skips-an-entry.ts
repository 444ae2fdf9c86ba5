/**
 * A mistake in lab 3: sends the entries after nextIndex, without the one at it.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'skips-an-entry',
  mistake: 'sends the entries after nextIndex, without the one at it',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'entries: log.entriesFrom(firstIndex),',
      replace: 'entries: log.entriesFrom(firstIndex + 1),',
    },
  ],
  caughtBy: ['orders-of-requests'],
  says: /Log Matching is broken/,
};
