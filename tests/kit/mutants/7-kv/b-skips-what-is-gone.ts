/** Goes on behind the snapshot without sending it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'b-skips-what-is-gone',
  mistake: 'Goes on behind the snapshot without sending it.',
  lab: 7,
  file: 'compaction.ts',
  edits: [
    {
      find: '  return {term: currentTerm, leaderId: server.self, ...snapshot};',
      replace: '  void currentTerm;\n' +
        '  nextIndex[follower] = snapshot.lastIncludedIndex + 1;\n' +
        '  return undefined;',
    },
  ],
  caughtBy: [
    'needs-1',
    'needs-2',
    'a-follower-that-was-cut-off-for-long-is',
    'random-snapshots-three',
  ],
  says: /No entry 6 at the state machine of S3|No agreement on/,
};
