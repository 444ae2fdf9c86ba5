/** Sends to the next follower when the one before it has answered. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E35-one-after-the-other',
  mistake: 'Sends to the next follower when the one before it has answered.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    for (const follower of this.followers) {\n' +
        '      if (!this.isWaitingFor(follower)) this.sendTo(follower);\n' +
        '    }\n',
      replace: '    const [first] = this.followers;\n' +
        '    if (first !== undefined && !this.isWaitingFor(first)) this.sendTo(first);\n',
    },
    {
      find: '    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);\n',
      replace: '    if (hasMore && !this.isWaitingFor(from)) this.sendTo(from);\n' +
        '    const next = this.followers[this.followers.indexOf(from) + 1];\n' +
        '    if (next !== undefined && !this.isWaitingFor(next)) this.sendTo(next);\n',
    },
    {
      find: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers) {\n' +
        '      if (this.isWaitingFor(follower)) this.server.sendHeartbeat(follower);\n' +
        '      else this.sendTo(follower);\n' +
        '    }\n',
      replace: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers) ' +
        'this.server.sendHeartbeat(follower);\n' +
        '    this.entriesAppended();\n',
    },
  ],
  caughtBy: ['returns', 'read-majority'],
  says: /No (agreement|permission)/,
};
