/** Names the index after its last entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-next-index',
  mistake: 'Names the index after its last entry.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    lastLogIndex: log.lastIndex,\n',
      replace: '    lastLogIndex: log.lastIndex + 1,\n',
    },
  ],
  caughtBy: ['candidate-1'],
  says: /names the candidate.s last entry/,
};
