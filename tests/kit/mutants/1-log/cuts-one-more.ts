/**
 * A broken variant: cuts the entry before the conflict too.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-cuts-one-more',
  mistake: 'cuts the entry before the conflict too',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    this.entries.length = position;\n',
      replace: '    this.entries.length = Math.max(0, position - 1);\n',
    },
  ],
  caughtBy: ['check-3', 'conflict-1', 'conflict-2'],
  says: /it must hold/,
};
