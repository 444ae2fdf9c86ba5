/** Uses 50 ms for heartbeats, whatever the settings say. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'own-heartbeat-interval',
  mistake: 'Uses 50 ms for heartbeats, whatever the settings say.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n',
      replace: '      () => this.onHeartbeat(), 50);\n',
    },
  ],
  caughtBy: ['settings-1', 'settings-2'],
  says: /nothing for|Too many requests/,
};
