/**
 * Lab 4: what it is called, what it is worth, and which functions the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 4,
  name: 'commit',
  title: 'Commit',
  points: 10,
  files: [
    {file: 'commit.ts', functions: ['advanceCommitIndex', 'learnCommitIndex', 'takeCommitted']},
  ],
  sources: [],
};
