/** Waits for votes also when there is nobody to vote. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'alone-never-leads',
  mistake: 'Waits for votes also when there is nobody to vote.',
  lab: 5,
  file: 'election.ts',
  edits: [
    {
      find: '  if (servers.length === 1) becomeLeader(server);\n',
      replace: '',
    },
    {
      find: '  const {state, self, servers} = server;',
      replace: '  const {state, self} = server;',
    },
  ],
  caughtBy: ['count-1', 'alone'],
  says: /must be leader|with the votes it can get here/,
};
