/** Starts the timer afresh only if it knows a leader: a vote does not count. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'only-for-leaders',
  mistake: 'Starts the timer afresh only if it knows a leader: a vote does not count.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs}',
      replace: '    if (this.electionTimer !== undefined && this.server.state.role === ' +
        '\'follower\' &&\n' +
        '      this.server.state.leaderId === null) return;\n' +
        '    clearTimeout(this.electionTimer);\n' +
        '    const {electionTimeoutMs}',
    },
  ],
  caughtBy: ['timer-5', 'timer-6'],
  says: /grants a vote/,
};
