/** Takes the term of the request for the term of the candidate's last entry. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'candidate-term-is-log-term',
  mistake: 'Takes the term of the request for the term of the candidate\'s last entry.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'lastLogTerm > state.log.lastTerm\n',
      replace: 'term > state.log.lastTerm\n',
    },
  ],
  caughtBy: ['up-to-date-8', 'old-log'],
  says: /must refuse|Leader Completeness is broken/,
};
