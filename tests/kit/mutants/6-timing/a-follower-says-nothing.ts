/** A server that does not lead never answers a read. */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-follower-says-nothing',
  mistake: 'A server that does not lead never answers a read.',
  lab: 6,
  file: 'reads.ts',
  edits: [
    {
      find: '    if (state.role !== \'leader\') return Promise.resolve(false);\n',
      replace: '',
    },
  ],
  caughtBy: ['read-follower', 'read-paused'],
  says: /No refusal of/,
};
