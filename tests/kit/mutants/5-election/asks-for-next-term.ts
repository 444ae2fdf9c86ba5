/** Asks for votes in the term after its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'asks-for-next-term',
  mistake: 'Asks for votes in the term after its own.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '    term: currentTerm,\n',
      replace: '    term: currentTerm + 1,\n',
    },
  ],
  caughtBy: ['candidate-1'],
  says: /carries the sender's currentTerm/,
};
