/**
 * A mistake in lab 3: refuses what comes before the first entry.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'refuses-the-first-entry',
  mistake: 'refuses what comes before the first entry',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  if (prevLogIndex > 0 && state.log.appendEntries(prevLogIndex, prevLogTerm, ' +
        'entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['receiver-2'],
  says: /threw RangeError: index must be whole and at least \d+, but is -\d+/,
};
