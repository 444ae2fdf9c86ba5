/**
 * A mistake in lab 3: names currentTerm as prevLogTerm.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'prev-term-is-current',
  mistake: 'names currentTerm as prevLogTerm',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'prevLogTerm: log.termAt(firstIndex - 1) ?? 0',
      replace: 'prevLogTerm: firstIndex === 1 ? 0 : currentTerm',
    },
  ],
  caughtBy: ['figure7-6'],
  says: /sent S\d+ AppendEntries with prev=\d+\/\d+/,
};
