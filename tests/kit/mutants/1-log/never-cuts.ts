/**
 * A broken variant: adds what is new at the end, behind the entries in conflict.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R5-never-cuts',
  mistake: 'adds what is new at the end, behind the entries in conflict',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.length = position;\n',
      replace: '',
    },
  ],
  caughtBy: ['conflict-1', 'conflict-3', 'conflict-5'],
  says: /kept entry \S+ against the leader's/,
};
