/**
 * A broken variant: in a conflict, keeps its own entry if it is of a later term.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-later-term-wins',
  mistake: 'in a conflict, keeps its own entry if it is of a later term',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries[position]?.term === entries[offset]?.term',
      replace: '(this.entries[position]?.term ?? 0) >= entries[offset]!.term',
    },
  ],
  caughtBy: ['conflict-7', 'histories'],
  says: /against the leader's/,
};
