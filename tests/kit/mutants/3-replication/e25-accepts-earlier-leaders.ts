/**
 * A mistake in lab 3: accepts AppendEntries of an earlier term.
 *
 * Paper: §5.1.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'E25-accepts-earlier-leaders',
  mistake: 'accepts AppendEntries of an earlier term',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (term < state.currentTerm) return {term: state.currentTerm, success: ' +
        'false, prevLogIndex};\n',
      replace: '',
    },
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term,',
      replace:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term: state.currentTerm,',
    },
  ],
  caughtBy: ['receiver-17'],
  says: /accepted an AppendEntries of term \d+ in term \d+/,
};
