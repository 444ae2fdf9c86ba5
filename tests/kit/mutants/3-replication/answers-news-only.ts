/**
 * A mistake in lab 3: does not answer a request that brings nothing new.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'answers-news-only',
  mistake: 'does not answer a request that brings nothing new',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  const {lastIndex} = state.log;\n' +
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    if (entries.length > 0 && state.log.lastIndex === lastIndex) return undefined;\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['receiver-12'],
  says: /did not answer an AppendEntries of its leader/,
};
