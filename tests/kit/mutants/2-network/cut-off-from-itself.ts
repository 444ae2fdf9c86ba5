/**
 * A mistake in lab 2: a server that is cut off does not reach itself.
 *
 * Paper: §2.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'cut-off-from-itself',
  mistake: 'a server that is cut off does not reach itself',
  lab: 2,
  file: 'network.ts',
  edits: [
    {
      find: '      if (other === server) continue;\n',
      replace: '',
    },
  ],
  caughtBy: ['cut-off'],
  says: /S2 reached nobody/,
};
