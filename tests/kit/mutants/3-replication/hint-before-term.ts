/**
 * A mistake in lab 3: hints at the entry before the conflicting term.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-before-term',
  mistake: 'hints at the entry before the conflicting term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'while (state.log.termAt(conflictIndex - 1) === conflictTerm) conflictIndex--;',
      replace: 'while (state.log.termAt(conflictIndex) === conflictTerm) conflictIndex--;',
    },
  ],
  caughtBy: ['hint-given-6'],
  says: /gave the hint conflictIndex \d+ for \d+\/\d+, not \d+/,
};
