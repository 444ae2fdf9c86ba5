/**
 * A broken variant: entriesFrom(1) hands out the array in which the entries are kept.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-lends-array',
  mistake: 'entriesFrom(1) hands out the array in which the entries are kept',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    return this.entries.slice(this.positionOf(index));',
      replace: '    return index === 1 ? this.entries : ' +
        'this.entries.slice(this.positionOf(index));',
    },
  ],
  caughtBy: ['entries-out', 'array-out'],
  says: /taken\.length from outside|array that it had handed out/,
};
