/**
 * A mistake in lab 3: hints at the term the leader named.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-leaders-term',
  mistake: 'hints at the term the leader named',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'return {term, success: false, prevLogIndex, conflictTerm, conflictIndex};',
      replace:
        'return {term, success: false, prevLogIndex, conflictTerm: prevLogTerm, conflictIndex};',
    },
  ],
  caughtBy: ['backup-2'],
  says: /Too many AppendEntries:/,
};
