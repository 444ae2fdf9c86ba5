/** Gives up its leadership when its old election timer runs out. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'stands-as-leader',
  mistake: 'Gives up its leadership when its old election timer runs out.',
  lab: 6,
  file: 'timing.ts',
  edits: [
    {
      find: 'import type {ServerId, TimedServer, TimingRules} from \'#raft\';\n',
      replace: 'import type {ServerId, TimedServer, TimingRules} from \'#raft\';\n' +
        'import {becomeCandidate} from \'#solution/election\';\n',
    },
    {
      find: '    clearTimeout(this.electionTimer);\n' +
        '    clearInterval(this.heartbeatTimer);\n' +
        '    this.conversations.clear();\n',
      replace: '    clearInterval(this.heartbeatTimer);\n' +
        '    this.conversations.clear();\n',
    },
    {
      find: '    this.server.startElection();\n',
      replace: '    if (this.server.state.role === \'leader\') becomeCandidate(this.server);\n' +
        '    this.server.startElection();\n',
    },
  ],
  caughtBy: ['calm', 'initial-election'],
  says: /nobody stands while/,
};
