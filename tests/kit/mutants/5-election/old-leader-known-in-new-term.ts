/** Still names the leader of the last term when it enters a later one. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'old-leader-known-in-new-term',
  mistake: 'Still names the leader of the last term when it enters a later one.',
  lab: 5,
  file: 'terms.ts',
  edits: [
    {
      find: '    state.votedFor = null;\n' +
        '    state.leaderId = null;\n',
      replace: '    state.votedFor = null;\n',
    },
  ],
  caughtBy: ['old-log'],
  says: /has leaderId/,
};
