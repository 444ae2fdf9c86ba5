/** Asks only that the candidate has what is committed here. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'compares-commit-index',
  mistake: 'Asks only that the candidate has what is committed here.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'lastLogIndex >= state.log.lastIndex',
      replace: 'lastLogIndex >= state.commitIndex',
    },
  ],
  caughtBy: ['up-to-date-9', 'timer-8'],
  says: /must refuse|must let it run/,
};
