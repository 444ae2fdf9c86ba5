/**
 * A broken variant: entriesFrom gives one entry only.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-entries-from-one',
  mistake: 'entriesFrom gives one entry only',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    return this.entries.slice(this.positionOf(index));',
      replace: '    return this.entries.slice(this.positionOf(index), index);',
    },
  ],
  caughtBy: ['figure7-3', 'figure7-4', 'append'],
  says: /wrong answer to entriesFrom\(1\)/,
};
