/**
 * A mistake in lab 3: sends entries only of its own term.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-only-when-done',
  mistake: 'sends entries only of its own term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'entries: log.entriesFrom(firstIndex),',
      replace: 'entries: log.entriesFrom(firstIndex).filter(entry => entry.term === currentTerm),',
    },
  ],
  caughtBy: ['figure7-1'],
  says: /has log \(terms\)/,
};
