/** Gives up its election at the first refusal. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'gives-up-on-refusal',
  mistake: 'Gives up its election at the first refusal.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (!results.voteGranted) return;\n',
      replace: '  if (!results.voteGranted) {\n' +
        '    becomeFollower(server, results.term);\n' +
        '    return;\n' +
        '  }\n',
    },
    {
      find: 'import {observeTerm} from',
      replace: 'import {becomeFollower, observeTerm} from',
    },
  ],
  caughtBy: ['count-7', 'count-16'],
  says: /must be leader|must be candidate/,
};
