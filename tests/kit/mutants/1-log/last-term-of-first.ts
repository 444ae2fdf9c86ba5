/**
 * A broken variant: lastTerm is the term of the first entry.
 *
 * Read next: ../mutant.ts.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'L-last-term-of-first',
  mistake: 'lastTerm is the term of the first entry',
  lab: 1,
  file: 'log.ts',
  edits: [
    {
      find: 'this.entries.at(-1)?.term',
      replace: 'this.entries.at(0)?.term',
    },
  ],
  caughtBy: ['figure7-6', 'entries-in', 'entry-out'],
  says: /answered lastTerm with 1/,
};
