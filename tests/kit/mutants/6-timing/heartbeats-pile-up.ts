/** Never stops its heartbeats: each time it leads, there are more of them. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'heartbeats-pile-up',
  mistake: 'Never stops its heartbeats: each time it leads, there are more of them.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    clearInterval(this.heartbeatTimer);\n' +
        '    this.conversations.clear();\n',
      replace: '    clearTimeout(this.electionTimer);\n' +
        '    this.conversations.clear();\n',
    },
    {
      find: '  leadershipEnded(): void {\n' +
        '    clearInterval(this.heartbeatTimer);\n',
      replace: '  leadershipEnded(): void {\n',
    },
  ],
  caughtBy: ['leads-again'],
  says: /Too many requests: \d+, at most 60/,
};
