/**
 * A mistake in lab 3: hints at term 0 where it has no entry.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-term-zero',
  mistake: 'hints at term 0 where it has no entry',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'prevLogIndex, conflictIndex: state.log.lastIndex + 1};',
      replace: 'prevLogIndex, conflictTerm: 0, conflictIndex: state.log.lastIndex + 1};',
    },
  ],
  caughtBy: ['hint-given-2'],
  says: /gave the hint conflictTerm \d+ for \d+\/\d+, where it has no entry/,
};
