/** Keeps the votes of its last election when it stands again. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E14-votes-not-fresh',
  mistake: 'Keeps the votes of its last election when it stands again.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  state.votesGranted = new Set([self]);\n',
      replace: '  state.votesGranted.add(self);\n',
    },
  ],
  caughtBy: ['fresh-votes', 'candidate-6', 'random-five'],
  says: /more than half of|has votesGranted/,
  golden: true,
};
