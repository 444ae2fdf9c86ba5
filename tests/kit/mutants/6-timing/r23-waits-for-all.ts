/** Sends the next entries when all followers have answered. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R23-waits-for-all',
  mistake: 'Sends the next entries when all followers have answered.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    for (const follower of this.followers) {\n' +
        '      if (!this.isWaitingFor(follower)) this.sendTo(follower);\n' +
        '    }\n',
      replace: '    if (this.followers.some(follower => this.isWaitingFor(follower))) return;\n' +
        '    for (const follower of this.followers) this.sendTo(follower);\n',
    },
    {
      find: '    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);\n',
      replace: '    if (hasMore) this.entriesAppended();\n',
    },
  ],
  caughtBy: ['late-follower'],
  says: /answers everything 7 s late/,
};
