/** An answer frees the follower, but what has gathered waits for the next heartbeat. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leaves-the-rest',
  mistake: 'An answer frees the follower, but what has gathered waits for the next ' +
        'heartbeat.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);\n',
      replace: '    if (hasMore && conversation.sentAtMs === 0) this.sendTo(from);\n',
    },
  ],
  caughtBy: ['gathered', 'catch-up'],
  says: /two round trips|that S3 lacked/,
};
