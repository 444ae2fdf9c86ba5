/** Leads once most of those that answered voted for it. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'majority-of-answers',
  mistake: 'Leads once most of those that answered voted for it.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'export function becomeCandidate(',
      replace: 'let refusals = 0;\n' +
        '\n' +
        'export function becomeCandidate(',
    },
    {
      find: '  state.votesGranted = new Set([self]);\n',
      replace: '  state.votesGranted = new Set([self]);\n' +
        '  refusals = 0;\n',
    },
    {
      find: '  if (!results.voteGranted) return;\n',
      replace: '  if (!results.voteGranted) {\n' +
        '    refusals++;\n' +
        '    return;\n' +
        '  }\n',
    },
    {
      find: '  if (state.votesGranted.size > server.servers.length / 2) ' +
        'becomeLeader(server);\n',
      replace: '  if (state.votesGranted.size > refusals + 1 || server.servers.length === 1) ' +
        'becomeLeader(server);\n',
    },
  ],
  caughtBy: ['count-13', 'random-five'],
  says: /must be candidate|more than half of/,
};
