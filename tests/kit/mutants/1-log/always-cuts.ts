/**
 * A broken variant: cuts behind the last entry that it has compared, conflict or not.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-R3-always-cuts',
  mistake: 'cuts behind the last entry that it has compared, conflict or not',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    if (added.length === 0) return true;\n',
      replace: '',
    },
  ],
  caughtBy: ['late-2', 'late-3', 'late-4'],
  says: /lost entr.* only a conflict cuts/,
  golden: true,
};
