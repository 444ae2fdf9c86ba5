/** Rejects the promise where it should resolve it to false. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'rejects-instead',
  mistake: 'Rejects the promise where it should resolve it to false.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (state.role !== \'leader\') return Promise.resolve(false);\n',
      replace: '    if (state.role !== \'leader\') return Promise.reject(new Error(\'not the ' +
        'leader\'));\n',
    },
  ],
  caughtBy: ['read-follower'],
  says: /left a promise rejected/,
};
