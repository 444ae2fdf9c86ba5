/**
 * A mistake in lab 3: hints at the very entry that was refused.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'hint-no-jump',
  mistake: 'hints at the very entry that was refused',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find: '  while (state.log.termAt(conflictIndex - 1) === conflictTerm) conflictIndex--;\n',
      replace: '',
    },
    {
      find: '  let conflictIndex = prevLogIndex;',
      replace: '  const conflictIndex = prevLogIndex;',
    },
  ],
  caughtBy: ['hint-given-7'],
  says: /gave the hint conflictIndex \d+ for \d+\/\d+, not \d+/,
};
