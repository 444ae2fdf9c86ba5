/**
 * A mistake in lab 3: refuses AppendEntries of its own term, too.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-its-own-term',
  mistake: 'refuses AppendEntries of its own term, too',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (term < state.currentTerm) return {term: state.currentTerm, success: ' +
        'false, prevLogIndex};\n',
      replace:
        '  if (term <= state.currentTerm) return {term: state.currentTerm, success: ' +
        'false, prevLogIndex};\n',
    },
  ],
  caughtBy: ['backup-3'],
  says: /has another log than S\d+ from index \d+ on/,
};
