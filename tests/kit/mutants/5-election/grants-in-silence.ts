/** Answers nothing when it grants. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'grants-in-silence',
  mistake: 'Answers nothing when it grants.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  return {term: state.currentTerm, voteGranted};\n',
      replace: '  return voteGranted ? undefined : {term: state.currentTerm, voteGranted};\n',
    },
  ],
  caughtBy: ['up-to-date-1', 'winner'],
  says: /must grant it|with the votes it can get here/,
};
