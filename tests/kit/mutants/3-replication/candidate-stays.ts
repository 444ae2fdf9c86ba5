/**
 * A mistake in lab 3: stays a candidate when it hears its term's leader.
 *
 * Paper: §5.2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'candidate-stays',
  mistake: 'stays a candidate when it hears its term\'s leader',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  if (state.role !== \'follower\') becomeFollower(server, term);\n',
      replace: '',
    },
    {
      find: 'import {becomeFollower, observeTerm}',
      replace: 'import {observeTerm}',
    },
  ],
  caughtBy: ['terms-8'],
  says: /must have role follower now, and has candidate/,
};
