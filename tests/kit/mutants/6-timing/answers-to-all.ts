/** Sends to every follower whenever one of them answers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'answers-to-all',
  mistake: 'Sends to every follower whenever one of them answers.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);\n',
      replace: '    if (hasMore) for (const follower of this.followers) ' +
        'this.sendTo(follower);\n',
    },
  ],
  caughtBy: ['burst', 'slow-entries'],
  says: /Too many entries/,
};
