/**
 * A mistake in lab 3: puts new entries at its own end where its log is too short.
 *
 * Paper: §5.3.
 */
import type {Mutant} from '../mutant';

export const mutant: Mutant = {
  id: 'R5-appends-at-its-end',
  mistake: 'puts new entries at its own end where its log is too short',
  lab: 3,
  file: 'replication.ts',
  edits: [
    {
      find:
        '  if (state.log.appendEntries(prevLogIndex, prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
      replace:
        '  const last = Math.min(prevLogIndex, state.log.lastIndex);\n' +
        '  if (state.log.appendEntries(last, last < prevLogIndex ? state.log.lastTerm : ' +
        'prevLogTerm, entries)) {\n' +
        '    return {term, success: true, matchIndex: prevLogIndex + entries.length};\n' +
        '  }\n',
    },
  ],
  caughtBy: ['receiver-16'],
  says: /Persistence is broken|matchIndex/,
};
