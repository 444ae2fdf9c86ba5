/** A new leader sends its first heartbeat after one interval. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E33-waits-for-the-first-interval',
  mistake: 'A new leader sends its first heartbeat after one interval.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n' +
        '    this.onHeartbeat();\n',
      replace: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n',
    },
  ],
  caughtBy: ['at-once'],
  says: /waited 50ms to tell/,
};
