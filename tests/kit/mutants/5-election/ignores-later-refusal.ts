/** Does not enter the later term that a refusal tells it of. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'ignores-later-refusal',
  mistake: 'Does not enter the later term that a refusal tells it of.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, results.term);\n',
      replace: '',
    },
  ],
  caughtBy: ['count-20'],
  says: /must be follower/,
};
