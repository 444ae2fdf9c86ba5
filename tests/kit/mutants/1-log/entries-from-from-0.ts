/**
 * A broken variant: entriesFrom counts from 0 and leaves out the entry that was asked for.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-entries-from-from-0',
  mistake: 'entriesFrom counts from 0 and leaves out the entry that was asked for',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: '    return this.entries.slice(this.positionOf(index));',
      replace: '    return this.entries.slice(index);',
    },
  ],
  caughtBy: ['figure7-4', 'append', 'commands'],
  says: /wrong answer to entriesFrom\(1\)/,
};
