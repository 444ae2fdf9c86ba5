/**
 * A mistake in lab 3: answers prevLogIndex, without the new entries.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-is-prev',
  mistake: 'answers prevLogIndex, without the new entries',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'matchIndex: prevLogIndex + entries.length',
      replace: 'matchIndex: prevLogIndex',
    },
  ],
  caughtBy: ['receiver-1'],
  says: /answered matchIndex \d+, but the request vouches for \d+/,
};
