/** A leader does not step down for a later term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leader-stays-on-later-term',
  mistake: 'A leader does not step down for a later term.',
  lab: 5,
  file: 'terms.ts',
  edits: [
    {
      find: '  if (term > server.state.currentTerm) becomeFollower(server, term);',
      replace: '  if (term > server.state.currentTerm && server.state.role !== \'leader\') ' +
        'becomeFollower(server, term);',
    },
  ],
  caughtBy: ['old-log', 'count-22'],
  says: /no server can have the votes|must be follower/,
};
