/** Refuses a candidate whose log equals its own. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E12-strictly-longer',
  mistake: 'Refuses a candidate whose log equals its own.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: 'lastLogIndex >= state.log.lastIndex',
      replace: 'lastLogIndex > state.log.lastIndex',
    },
  ],
  caughtBy: ['up-to-date-2', 'timer-1'],
  says: /must grant it|must start it afresh/,
};
