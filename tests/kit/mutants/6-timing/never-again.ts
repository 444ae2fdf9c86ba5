/** Waits for ever for the answer to a request that got lost. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'never-again',
  mistake: 'Waits for ever for the answer to a request that got lost.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    return Date.now() - conversation.sentAtMs < ' +
        'this.server.settings.rpcTimeoutMs;\n',
      replace: '    return true;\n',
    },
  ],
  caughtBy: ['lost', 'settings-1'],
  says: /No index \d+ applied/,
};
