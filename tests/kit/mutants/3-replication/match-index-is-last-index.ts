/**
 * A mistake in lab 3: answers how long its log is, not what the request vouches for.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-is-last-index',
  mistake: 'answers how long its log is, not what the request vouches for',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'matchIndex: prevLogIndex + entries.length',
      replace: 'matchIndex: state.log.lastIndex',
    },
  ],
  caughtBy: ['receiver-11', 'figure7-3'],
  says: /answered matchIndex \d+, but the request vouches for \d+|matchIndex is broken/,
  golden: true,
};
