/**
 * A mistake in lab 3: sends one entry at a time.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R20-one-at-a-time',
  mistake: 'sends one entry at a time',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'entries: log.entriesFrom(firstIndex),',
      replace: 'entries: log.entriesFrom(firstIndex).slice(0, 1),',
    },
  ],
  caughtBy: ['sender-4'],
  says: /sends S\d+ \d+ entries after \d+\/\d+, not \d+/,
};
