/** Looks at its vote first and enters the later term afterwards. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'term-after-decision',
  mistake: 'Looks at its vote first and enters the later term afterwards.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  observeTerm(server, term);\n',
      replace: '',
    },
    {
      find: '  const voteGranted = term === state.currentTerm && isFree && isUpToDate;\n',
      replace: '  const voteGranted = term >= state.currentTerm && isFree && isUpToDate;\n' +
        '  observeTerm(server, term);\n',
    },
  ],
  caughtBy: ['one-vote-3', 'timer-7'],
  says: /must grant it|must let it run/,
};
