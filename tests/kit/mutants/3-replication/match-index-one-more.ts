/**
 * A mistake in lab 3: answers one index too many.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-one-more',
  mistake: 'answers one index too many',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'matchIndex: prevLogIndex + entries.length',
      replace: 'matchIndex: prevLogIndex + entries.length + 1',
    },
  ],
  caughtBy: ['receiver-4'],
  says: /Persistence is broken|matchIndex/,
};
