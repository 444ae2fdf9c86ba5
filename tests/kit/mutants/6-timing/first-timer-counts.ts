/** Does not start the election timer afresh while it runs. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'first-timer-counts',
  mistake: 'Does not start the election timer afresh while it runs.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs}',
      replace: '    if (this.electionTimer !== undefined) return;\n' +
        '    const {electionTimeoutMs}',
    },
    {
      find: '    this.server.startElection();\n',
      replace: '    this.electionTimer = undefined;\n' +
        '    this.server.startElection();\n' +
        '    this.electionTimerReset();\n',
    },
  ],
  caughtBy: ['timer-1', 'timer-5'],
  says: /had to start afresh/,
};
