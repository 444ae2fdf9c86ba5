/** Becomes leader anew with every vote that comes after its victory. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'leads-twice',
  mistake: 'Becomes leader anew with every vote that comes after its victory.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (state.role !== \'candidate\' || results.term !== state.currentTerm) ' +
        'return;\n',
      replace: '  if (state.role === \'follower\' || results.term !== state.currentTerm) ' +
        'return;\n',
    },
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.role === \'leader\' || state.votesGranted.size > ' +
        'server.servers.length / 2) becomeLeader(server);\n',
    },
  ],
  caughtBy: ['late-vote'],
  says: /lowered matchIndex/,
};
