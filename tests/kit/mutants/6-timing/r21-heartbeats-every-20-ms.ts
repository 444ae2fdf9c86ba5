/** Sends heartbeats every 20 ms. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R21-heartbeats-every-20-ms',
  mistake: 'Sends heartbeats every 20 ms.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n',
      replace: '      () => this.onHeartbeat(), 20);\n',
    },
  ],
  caughtBy: ['idle', 'count'],
  says: /Too many requests/,
};
