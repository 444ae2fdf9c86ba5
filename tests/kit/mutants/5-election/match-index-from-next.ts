/** Starts matchIndex at its own last index when it becomes leader. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'match-index-from-next',
  mistake: 'Starts matchIndex at its own last index when it becomes leader.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  initializeLeader(server);\n',
      replace: '  initializeLeader(server);\n' +
        '  for (const id of Object.keys(state.matchIndex)) state.matchIndex[id] = ' +
        'state.log.lastIndex;\n',
    },
  ],
  caughtBy: ['count-2', 'fresh'],
  says: /believes that S\d holds|has matchIndex/,
};
