/**
 * Lab 5: what it is called, what it is worth, and which functions the student writes.
 *
 * Read next: README.md, the handout.
 */
import type {Lab} from '../../harness/scenario/labs';

export const lab: Lab = {
  number: 5,
  name: 'election',
  title: 'Election',
  points: 20,
  files: [
    {
      file: 'election.ts',
      functions: [
        'becomeCandidate', 'requestVoteFor', 'handleRequestVote', 'receiveRequestVoteResults',
        'becomeLeader',
      ],
    },
  ],
  sources: [],
};
