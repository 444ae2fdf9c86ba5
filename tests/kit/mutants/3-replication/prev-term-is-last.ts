/**
 * A mistake in lab 3: names the term of its last entry as prevLogTerm.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'prev-term-is-last',
  mistake: 'names the term of its last entry as prevLogTerm',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'prevLogTerm: log.termAt(firstIndex - 1) ?? 0',
      replace: 'prevLogTerm: firstIndex === 1 ? 0 : log.lastTerm',
    },
  ],
  caughtBy: ['sender-6'],
  says: /sent S\d+ AppendEntries with prev=\d+\/\d+/,
};
