/** Sends heartbeats as seldom as elections happen. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-every-t',
  mistake: 'Sends heartbeats as seldom as elections happen.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n',
      replace: '      () => this.onHeartbeat(), 0.9 * ' +
        'this.server.settings.electionTimeoutMs);\n',
    },
  ],
  caughtBy: ['never-silent'],
  says: /sent S\d nothing for \d+ms/,
};
