/**
 * A mistake in lab 3: answers how many entries came, not up to where.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-is-a-count',
  mistake: 'answers how many entries came, not up to where',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'matchIndex: prevLogIndex + entries.length',
      replace: 'matchIndex: entries.length',
    },
  ],
  caughtBy: ['receiver-10'],
  says: /answered matchIndex \d+, but the request vouches for \d+/,
};
