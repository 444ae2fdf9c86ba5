/** Sends new entries with the next heartbeat only. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R22-waits-for-the-heartbeat',
  mistake: 'Sends new entries with the next heartbeat only.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    for (const follower of this.followers) {\n' +
        '      if (!this.isWaitingFor(follower)) this.sendTo(follower);\n' +
        '    }\n',
      replace: '',
    },
  ],
  caughtBy: ['speed'],
  says: /200 commands, one after the other/,
};
