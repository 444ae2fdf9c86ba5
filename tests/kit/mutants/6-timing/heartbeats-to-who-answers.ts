/** Sends nothing more to a follower that has not answered. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-to-who-answers',
  mistake: 'Sends nothing more to a follower that has not answered.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '  private readonly conversations = new Map<ServerId, Conversation>();\n',
      replace: '  private readonly conversations = new Map<ServerId, Conversation>();\n' +
        '  private readonly heard = new Map<ServerId, number>();\n',
    },
    {
      find: '    const conversation = this.conversations.get(from);\n' +
        '    if (conversation === undefined) return;\n',
      replace: '    this.heard.set(from, Date.now());\n' +
        '    const conversation = this.conversations.get(from);\n' +
        '    if (conversation === undefined) return;\n',
    },
    {
      find: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers) {\n',
      replace: '  private onHeartbeat(): void {\n' +
        '    for (const follower of this.followers) {\n' +
        '      const heardMs = this.heard.get(follower);\n' +
        '      if (heardMs !== undefined && Date.now() - heardMs > 300) continue;\n',
    },
  ],
  caughtBy: ['never-silent'],
  says: /sent S\d nothing for \d+ms/,
};
