/**
 * A mistake in lab 3: answers a heartbeat with its lastIndex.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeat-vouches-for-all',
  mistake: 'answers a heartbeat with its lastIndex',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'matchIndex: prevLogIndex + entries.length',
      replace:
        'matchIndex: entries.length === 0 ? state.log.lastIndex : prevLogIndex + entries.length',
    },
  ],
  caughtBy: ['receiver-14'],
  says: /answered matchIndex \d+, but the request vouches for \d+/,
};
