/**
 * A mistake in lab 3: says that everything in its log is committed.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'claims-all-committed',
  mistake: 'says that everything in its log is committed',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'leaderCommit: commitIndex,',
      replace: 'leaderCommit: Math.max(commitIndex, log.lastIndex),',
    },
  ],
  caughtBy: ['terms-15'],
  says: /sent S\d+ AppendEntries with leaderCommit=\d+/,
};
