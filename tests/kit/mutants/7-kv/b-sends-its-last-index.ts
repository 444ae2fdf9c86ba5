/** Sends a snapshot with its own last index. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-sends-its-last-index',
  mistake: 'Sends a snapshot with its own last index.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  return {term: currentTerm, leaderId: server.self, ...snapshot};',
      replace: '  const {lastIndex: lastIncludedIndex} = server.state.log;\n' +
        '  return {term: currentTerm, leaderId: server.self, ...snapshot, ' +
        'lastIncludedIndex};',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'a-follower-that-was-cut-off-for-long-is',
    'random-snapshots-three',
  ],
  says: /a snapshot for index \d+ that is not the state|name the last entry in the snapshot/,
};
