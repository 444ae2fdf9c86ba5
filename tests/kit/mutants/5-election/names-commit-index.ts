/** Names its commitIndex as the end of its log. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-commit-index',
  mistake: 'Names its commitIndex as the end of its log.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    lastLogIndex: log.lastIndex,\n',
      replace: '    lastLogIndex: server.state.commitIndex,\n',
    },
  ],
  caughtBy: ['candidate-2'],
  says: /names the candidate.s last entry/,
};
