/** Waits for results for four heartbeat intervals, whatever rpcTimeoutMs says. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'rpc-timeout-by-heartbeats',
  mistake: 'Waits for results for four heartbeat intervals, whatever rpcTimeoutMs says.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find:
        'return Date.now() - conversation.sentAtMs < this.server.settings.rpcTimeoutMs;',
      replace:
        'return Date.now() - conversation.sentAtMs < 4 * ' +
        'this.server.settings.heartbeatIntervalMs;',
    },
  ],
  caughtBy: ['other-settings-1'],
  says: /a command that got lost on its first way/,
};
