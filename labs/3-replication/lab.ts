/**
 * Lab 3: what it is called, what it is worth, and which functions the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 3,
  name: 'replication',
  title: 'Replication',
  points: 15,
  files: [
    {file: 'terms.ts', functions: ['observeTerm', 'becomeFollower']},
    {
      file: 'replication.ts',
      functions: [
        'initializeLeader', 'appendEntriesFor', 'handleAppendEntries',
        'receiveAppendEntriesResults',
      ],
    },
  ],
  sources: [],
};
