/** Counts every answer as a vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E15-refusals-are-votes',
  mistake: 'Counts every answer as a vote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (!results.voteGranted) return;\n',
      replace: '',
    },
  ],
  caughtBy: ['split-vote', 'count-16', 'random-three'],
  says: /more than half of|must be candidate/,
};
