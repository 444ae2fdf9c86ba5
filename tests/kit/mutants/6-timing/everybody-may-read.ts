/** Lets clients read at any server. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'everybody-may-read',
  mistake: 'Lets clients read at any server.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (state.role !== \'leader\') return Promise.resolve(false);\n',
      replace: '    if (state.role !== \'leader\') return Promise.resolve(true);\n',
    },
  ],
  caughtBy: ['read-follower', 'read-paused'],
  says: /allowed a read|Linearizability is broken/,
};
