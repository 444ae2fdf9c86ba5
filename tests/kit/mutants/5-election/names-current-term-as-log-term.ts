/** Names its currentTerm as the term of its last entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'names-current-term-as-log-term',
  mistake: 'Names its currentTerm as the term of its last entry.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    lastLogTerm: log.lastTerm,\n',
      replace: '    lastLogTerm: currentTerm,\n',
    },
  ],
  caughtBy: ['candidate-1'],
  says: /names the candidate.s last entry/,
};
