/**
 * A mistake in lab 3: takes one entry of a request and vouches for all.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'first-entry-only',
  mistake: 'takes one entry of a request and vouches for all',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'state.log.appendEntries(prevLogIndex, prevLogTerm, entries)',
      replace: 'state.log.appendEntries(prevLogIndex, prevLogTerm, entries.slice(0, 1))',
    },
  ],
  caughtBy: ['receiver-3'],
  says: /Persistence is broken|matchIndex/,
};
