/** Sends everything that is unanswered again with every heartbeat. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'again-with-every-heartbeat',
  mistake: 'Sends everything that is unanswered again with every heartbeat.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      if (this.isWaitingFor(follower)) this.server.sendHeartbeat(follower);\n' +
        '      else this.sendTo(follower);\n' +
        '    }\n' +
        '  }\n',
      replace: '      this.sendTo(follower);\n' +
        '    }\n' +
        '  }\n',
    },
  ],
  caughtBy: ['late-follower'],
  says: /Too many entries/,
};
