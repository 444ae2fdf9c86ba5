/** Waits 200 ms for results, whatever the settings say. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'own-rpc-timeout',
  mistake: 'Waits 200 ms for results, whatever the settings say.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    return Date.now() - conversation.sentAtMs < ' +
        'this.server.settings.rpcTimeoutMs;\n',
      replace: '    return Date.now() - conversation.sentAtMs < 200;\n',
    },
  ],
  caughtBy: ['settings-1'],
  says: /got lost on its first way/,
};
