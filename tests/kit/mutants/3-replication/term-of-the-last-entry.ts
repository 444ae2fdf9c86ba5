/**
 * A mistake in lab 3: sends the term of its last entry as its own.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'term-of-the-last-entry',
  mistake: 'sends the term of its last entry as its own',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '    term: currentTerm,\n',
      replace: '    term: Math.max(log.lastTerm, 1 + 0 * currentTerm),\n',
    },
  ],
  caughtBy: ['orders-of-results'],
  says: /sent S\d+ AppendEntries with term=\d+/,
};
