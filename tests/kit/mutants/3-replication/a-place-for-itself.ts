/**
 * A mistake in lab 3: keeps a place for itself in nextIndex and matchIndex.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'a-place-for-itself',
  mistake: 'keeps a place for itself in nextIndex and matchIndex',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    if (follower === self) continue;\n',
      replace: '    void self;\n',
    },
  ],
  caughtBy: ['new-leader'],
  says: /has a place for itself in nextIndex/,
};
