/** Compares the last term of the candidate with its own currentTerm. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'compares-terms-not-entries',
  mistake: 'Compares the last term of the candidate with its own currentTerm.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'lastLogTerm > state.log.lastTerm\n',
      replace: 'lastLogTerm > state.currentTerm\n',
    },
    {
      find: '(lastLogTerm === state.log.lastTerm &&',
      replace: '(lastLogTerm === state.currentTerm &&',
    },
  ],
  caughtBy: ['up-to-date-1', 'up-to-date-7'],
  says: /must grant it/,
};
