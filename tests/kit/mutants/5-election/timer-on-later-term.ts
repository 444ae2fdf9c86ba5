/** Starts its election timer afresh whenever it hears of a later term. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'timer-on-later-term',
  mistake: 'Starts its election timer afresh whenever it hears of a later term.',
  lab: 5,
  file: 'terms.ts',
  edits: [
    {
      find: '  state.role = \'follower\';\n',
      replace: '  state.role = \'follower\';\n' +
        '  server.resetElectionTimer();\n',
    },
  ],
  caughtBy: ['timer-9', 'timer-13', 'timer-15'],
  says: /must let it run/,
};
