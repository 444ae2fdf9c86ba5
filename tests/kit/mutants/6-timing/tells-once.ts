/** A leader sends AppendEntries when it is elected, and no heartbeats. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'tells-once',
  mistake: 'A leader sends AppendEntries when it is elected, and no heartbeats.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    this.heartbeatTimer = setInterval(\n' +
        '      () => this.onHeartbeat(), this.server.settings.heartbeatIntervalMs);\n' +
        '    this.onHeartbeat();\n',
      replace: '    this.onHeartbeat();\n',
    },
  ],
  caughtBy: ['calm', 'never-silent'],
  says: /nobody stands while|sent S\d nothing/,
};
