/** Leads with the votes of half the servers. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E16-half-is-enough',
  mistake: 'Leads with the votes of half the servers.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'state.votesGranted.size > server',
      replace: 'state.votesGranted.size >= server',
    },
  ],
  caughtBy: ['split-vote', 'count-12', 'count-14', 'halves'],
  says: /more than half of|must be candidate/,
  golden: true,
};
