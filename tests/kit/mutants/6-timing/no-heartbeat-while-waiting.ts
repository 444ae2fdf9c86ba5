/** Sends no heartbeat to a follower whose results it waits for. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'no-heartbeat-while-waiting',
  mistake: 'Sends no heartbeat to a follower whose results it waits for.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      if (this.isWaitingFor(follower)) this.server.sendHeartbeat(follower);\n' +
        '      else this.sendTo(follower);\n' +
        '    }\n' +
        '  }\n',
      replace: '      if (!this.isWaitingFor(follower)) this.sendTo(follower);\n' +
        '    }\n' +
        '  }\n',
    },
  ],
  caughtBy: ['never-silent'],
  says: /sent S\d nothing for \d+ms/,
};
