/** Sends heartbeats every other interval. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-half-as-often',
  mistake: 'Sends heartbeats every other interval.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n',
      replace: '      () => this.onHeartbeat(), 2 * ' +
        'this.server.settings.heartbeatIntervalMs);\n',
    },
  ],
  caughtBy: ['never-silent', 'settings-2'],
  says: /sent S\d nothing for \d+ms/,
};
