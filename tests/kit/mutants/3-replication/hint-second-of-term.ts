/**
 * A mistake in lab 3: hints at the second entry of the conflicting term.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-second-of-term',
  mistake: 'hints at the second entry of the conflicting term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: 'while (state.log.termAt(conflictIndex - 1) === conflictTerm) conflictIndex--;',
      replace: 'while (state.log.termAt(conflictIndex - 2) === conflictTerm) conflictIndex--;',
    },
  ],
  caughtBy: ['hint-given-4'],
  says: /gave the hint conflictIndex \d+ for \d+\/\d+, not \d+/,
};
