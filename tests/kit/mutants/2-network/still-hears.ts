/**
 * A mistake in lab 2: a server that is cut off still receives.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'still-hears',
  mistake: 'a server that is cut off still receives',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      this.cut(other, server);\n',
      replace: '',
    },
  ],
  caughtBy: ['cut-off'],
  says: /S1 reached S1, S2, S3/,
};
