/** Never sends a snapshot. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-S4-never-sends',
  mistake: 'Never sends a snapshot.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  if (snapshot === null || (nextIndex[follower] ?? 0) > ' +
        'snapshot.lastIncludedIndex) {\n' +
        '    return undefined;\n' +
        '  }\n' +
        '  return {term: currentTerm, leaderId: server.self, ...snapshot};',
      replace: '  void [currentTerm, snapshot, nextIndex, follower];\n' +
        '  return undefined;',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'a-follower-that-was-cut-off-for-long-is',
    'random-snapshots-three',
  ],
  says: /threw RangeError: index must be above lastIncludedIndex/,
};
