/**
 * A broken variant: entriesFrom throws for the index behind the last entry.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-past-end-throws',
  mistake: 'entriesFrom throws for the index behind the last entry',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    return this.entries.slice(this.positionOf(index));',
      replace: '    if (index > this.lastIndex) throw new RangeError(`index ${index} is past ' +
        'the end`);\n' +
        '    return this.entries.slice(this.positionOf(index));',
    },
  ],
  caughtBy: ['check-2', 'figure6-3', 'figure6-4'],
  says: /threw RangeError in entriesFrom/,
};
