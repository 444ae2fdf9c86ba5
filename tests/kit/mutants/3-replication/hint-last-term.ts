/**
 * A mistake in lab 3: hints at the term of its last entry.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-last-term',
  mistake: 'hints at the term of its last entry',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'return {term, success: false, prevLogIndex, conflictTerm, conflictIndex};',
      replace:
        'return {term, success: false, prevLogIndex, conflictTerm: state.log.lastTerm, ' +
        'conflictIndex};',
    },
  ],
  caughtBy: ['hint-given-5'],
  says: /gave the hint conflictTerm \d+ for \d+\/\d+, not \d+/,
};
