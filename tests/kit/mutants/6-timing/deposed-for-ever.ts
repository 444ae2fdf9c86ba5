/** A leader that is deposed starts no election timer. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'deposed-for-ever',
  mistake: 'A leader that is deposed starts no election timer.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearInterval(this.heartbeatTimer);\n' +
        '    this.electionTimerReset();\n',
      replace: '    clearInterval(this.heartbeatTimer);\n',
    },
  ],
  caughtBy: ['deposed'],
  says: /has not stood for election/,
};
