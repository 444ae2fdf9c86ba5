/** Becomes a follower at any refusal, also as a leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'any-refusal-unseats',
  mistake: 'Becomes a follower at any refusal, also as a leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '  observeTerm(server, results.term);\n' +
        '  if (!results.voteGranted && results.term === state.currentTerm) ' +
        'becomeFollower(server, results.term);\n',
    },
    {
      find: 'import {observeTerm} from',
      replace: 'import {becomeFollower, observeTerm} from',
    },
  ],
  caughtBy: ['count-16', 'count-10'],
  says: /must be candidate|must be leader/,
};
