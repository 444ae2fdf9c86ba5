/**
 * A mistake in lab 4: takes everything it has stored for committed.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'commits-what-it-stores',
  mistake: 'takes everything it has stored for committed',
  lab: 4,
  file: 'commit.ts',
  edits: [
    {
      find:
        'state.commitIndex = Math.max(state.commitIndex, Math.min(leaderCommit, lastNewIndex));',
      replace:
        'state.commitIndex = Math.max(state.commitIndex, Math.max(leaderCommit, lastNewIndex));',
    },
  ],
  caughtBy: ['learn-3', 'learn-2'],
  says: /S3 has commitIndex 4, and it must be [02]/,
};
