/** Concludes a round only when a follower answers: alone it waits for ever. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'waits-for-a-follower',
  mistake: 'Concludes a round only when a follower answers: alone it waits for ever.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '      if (follower !== self) this.server.sendHeartbeat(follower);\n' +
        '    }\n' +
        '    this.concludeRound();\n',
      replace: '      if (follower !== self) this.server.sendHeartbeat(follower);\n' +
        '    }\n',
    },
  ],
  caughtBy: ['one-server'],
  says: /No permission for 1 of 1 reads/,
};
