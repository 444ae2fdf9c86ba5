/**
 * A mistake in lab 3: begins after matchIndex, not at nextIndex.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'from-match-index',
  mistake: 'begins after matchIndex, not at nextIndex',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'nextIndex[follower] ?? log.lastIndex + 1;',
      replace: '(server.state.matchIndex[follower] ?? nextIndex[follower] ?? 0) + 1;',
    },
  ],
  caughtBy: ['sender-2'],
  says: /sends S\d+ prev=\d+\/\d+, not prev=\d+\/\d+/,
};
