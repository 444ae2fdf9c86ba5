/**
 * A mistake in lab 3: refuses an earlier leader in that leader's term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-in-the-old-term',
  mistake: 'refuses an earlier leader in that leader\'s term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (term < state.currentTerm) return {term: state.currentTerm, success: ' +
        'false, prevLogIndex};\n',
      replace: '  if (term < state.currentTerm) return {term, success: false, prevLogIndex};\n',
    },
  ],
  caughtBy: ['receiver-18'],
  says: /sent S\d+ AppendEntriesResults with term=\d+/,
};
